### The lock. A resident's name never stands here.

lock-title = Wijkweb is locked
lock-what = Good to see you. Open Wijkweb to go on.
lock-came-back = Thank you
lock-came-back-what = Everything is kept. Please give the device back now. Only the professional can go on.
lock-passphrase = Passphrase
lock-passphrase-hint = The phrase you chose yourself.
lock-pin = PIN
lock-pin-hint = Six digits or more.
lock-code = Recovery code
lock-code-hint = The code on your paper. Spaces and hyphens do not matter.
lock-missing = Fill this in first.
lock-open = Open
lock-opening = Opening…
lock-with-pin = Open with PIN
lock-with-remembered = Open without passphrase
lock-with-passphrase = Open with passphrase
lock-with-code = Forgot your passphrase? Use the recovery code
lock-wait = { $seconds ->
    [one] 1 more second to wait.
   *[other] { $seconds } more seconds to wait.
 }
lock-nothing-lost = Everything you kept is safe on this device. A wrong passphrase breaks nothing.

lock-new-passphrase = Choose a new passphrase
lock-new-passphrase-what = The lock is open. Choose a new passphrase now, so that you do not need the code every time.
lock-new-passphrase-later = Do it later
