### The first start: what this is, who you are, the passphrase and the recovery code.

welcome-title = Welcome to Wijkweb
welcome-what = Wijkweb helps you to have a good conversation about what matters to someone. Together you fill in the web and choose one small step.
welcome-here = Everything stays on this device
welcome-here-note = It works without internet. Nothing leaves it without you knowing.
welcome-locked = Everything is encrypted
welcome-locked-note = It can only be read with your passphrase.
welcome-resident = The resident decides
welcome-resident-note = Nothing is kept before you have agreed on it together.
welcome-language = Language of the screens
welcome-not = Wijkweb is not a medical record and not an iPH product.
welcome-begin = Begin

welcome-sheet = I have a recovery sheet
welcome-sheet-title = Come back with your recovery sheet
welcome-sheet-what = Are your devices gone? Your recovery sheet brings you back to your teams. It takes two steps.
welcome-sheet-first = First you set up this device: your name, a passphrase of its own and a new recovery code.
welcome-sheet-then = Then you type the code and the line of a team from your old sheet.
welcome-sheet-keep = Keep the two codes apart: the old one brings you back to your teams, the new one opens this device.
welcome-sheet-begin = Set it up

welcome-who = Who are you?
welcome-name = Your name
welcome-name-hint = As residents know you. A first name is enough.
welcome-name-missing = Fill in a name. It stands beside what you write.
welcome-role = Your role (optional)
welcome-role-hint = For instance community nurse or welfare coach.

welcome-secret = Choose a passphrase
welcome-secret-what = You open Wijkweb with your passphrase. A phrase of separate words is easy to remember and hard to guess.
welcome-passphrase = Passphrase
welcome-passphrase-missing = Type a passphrase first.
welcome-passphrase-weak = This passphrase is too easy to guess. Add a few separate words.
welcome-secret-next = Next you get a recovery code, in case you forget the passphrase.
welcome-setting-up = Getting things ready…

welcome-code = Keep your recovery code
welcome-code-what = Lost your passphrase? Then this code opens Wijkweb.
welcome-code-once = You see the code only now. Print it or write it down.
welcome-code-where = Keep it in a safe place, not with the device.
welcome-code-nobody = Without passphrase and without code nobody can help you. Neither can we: we have no key.
welcome-code-kept = I have kept the code

welcome-confirm = Is the code on paper right?
welcome-confirm-why = Type the code from your paper. Then you know for sure that it is right.
welcome-see-code = See the code again
welcome-later = Do it later
welcome-later-note = If you do it later, Today will remind you. You will not see this code again, but you can make a new one.
