### Words that stand on many screens. What belongs to one screen stands in that screen's file.

## Buttons

common-back = Back
common-next = Next
common-save = Save
common-cancel = Cancel
common-close = Close
common-clear = Clear
common-undo = Undo
common-skip = Skip
common-change = Change
common-remove = Remove
common-done = Done
common-print = Print
common-retry = Try again
common-not-now = Not now

## Answers

common-empty = still empty
common-declined = rather not
common-want-to-talk = I want to talk about this
common-answered-of = { $answered } of { $of } answered

## How things stand

common-saved-here = Saved on this device
common-saving = Saving…
common-busy = One moment…
common-nothing-found = Nothing found
common-optional = optional
common-step-of = { $step } of { $steps }
common-list-and = { $first } and { $last }

## Who

common-voice-resident = resident
common-voice-kin = carer or family
common-voice-professional = professional
