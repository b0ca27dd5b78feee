### Words that stand on many screens. What belongs to one screen stands in that screen's file.

## Buttons

common-back = Back
common-next = Next
common-save = Save
common-cancel = Cancel
common-close = Close
common-clear = Clear
common-undo = Undo
common-yes = Yes
common-no = No
common-skip = Skip
common-search = Search
common-more = More
common-less = Less
common-add = Add
common-change = Change
common-remove = Remove
common-done = Done
common-print = Print
common-retry = Try again
common-not-now = Not now
common-plus-one = One higher
common-minus-one = One lower

## Answers

common-empty = still empty
common-declined = rather not
common-want-to-talk = I want to talk about this
common-answered-of = { $answered } of { $of } answered

## How things stand

common-saved-here = Saved on this device
common-saving = Saving…
common-not-saved = Not saved yet
common-loading = Loading…
common-busy = One moment…
common-offline = No internet. Everything keeps working.
common-nothing-found = Nothing found
common-optional = optional
common-step-of = { $step } of { $steps }
common-list-and = { $first } and { $last }

## Who

common-voice-resident = resident
common-voice-kin = carer or family
common-voice-professional = professional
