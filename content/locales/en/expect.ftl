### What the professional expects beforehand. Only for the professional.

expect-title = What do you expect?
expect-private = Only for you. This stays on this device.
expect-why = After the conversation you see whether it became something else. Nobody else sees this, the resident neither.
expect-which = What do you think will matter today?
expect-done = Done
