### On the command line: what is asked, what is answered, and what only goes wrong there.

command-line-ask = Passphrase:
command-line-ask-new = New passphrase:
command-line-ask-again = The same once more:
command-line-ask-file = Passphrase of the file:
command-line-ask-code = Recovery code:
command-line-code = This is your recovery code. It is shown this once. It opens your data when the passphrase is lost: keep it on paper, somewhere else.
command-line-code-file = The recovery code stands in { $path }. It opens your data when the passphrase is lost: put it on paper, keep that somewhere else, and erase the file.
command-line-link = Or give this link:
command-line-same = Are the six digits the same on both screens? (yes/no)

command-line-not-set-up = There is nothing in this data folder yet.
command-line-not-set-up-do = Begin with `wijkweb-cli init`, or name another folder with --data.
command-line-set-up-already = There is a Wijkweb in this data folder already.
command-line-set-up-already-do = Use it, or name another folder with --data. Nothing was changed.
command-line-no-terminal = There is no terminal to ask for the passphrase.
command-line-no-terminal-do = Give it with --passphrase-fd or --passphrase-file; that of an exported file with --file-passphrase-fd or --file-passphrase-file.
command-line-no-secret = There is no passphrase where it should be read.
command-line-no-secret-do = Put it on the first line of the file, or send it to the file descriptor as one line.
command-line-secrets-differ = You did not type the same twice.
command-line-secrets-differ-do = Try again. Nothing was changed.
command-line-unread = { $path } cannot be read.
command-line-unread-do = See whether the file is there, whether you may read it, and whether it is not too large. Nothing was changed.
command-line-unwritten = { $path } cannot be written.
command-line-unwritten-do = Name a file that is not there yet, in a folder where you may write.
command-line-not-json = The file is not as it should be, at line { $line }, place { $column }.
command-line-not-json-do = Look there, and compare it with docs/how-to/conversation-json.md. Nothing was changed.
command-line-no-digits = There is nobody to say whether the digits are the same.
command-line-no-digits-do = Do it at a terminal, or give the digits of the other side with --digits-fd, as one line. Nobody was let in.
command-line-no-relay = The relay cannot be reached now.
command-line-no-relay-do = See whether the address is right and there is a network, and try again later with the same sheet. Nothing is lost.
command-line-no-client = This system gives no way to reach a relay.
command-line-no-client-do = See whether the system has its certificates (on Debian: ca-certificates). What was asked before that has been done.
command-line-output = What there is to say could not be written.
command-line-output-do = See whether the program that reads it is still there, and whether the disk is full. What was asked has been done.
