### Worried about safety?

safety-title = Worried about safety?
safety-note = Whom can you call?
safety-row-note = Numbers that you fill in yourselves
safety-now-title = Is there danger now?
safety-now = Call 112.
safety-team-title = Numbers of our team
safety-none = There are no numbers here yet. Agree with your team whom you call when you are worried, and fill those numbers in here. They work without internet too.
safety-add = Add a number
safety-change = Change { $name }
safety-remove = Remove { $name }
safety-remove-sure = Remove { $name }?
safety-remove-what = The number goes from this page.
safety-name = Who
safety-name-missing = Fill in who it is.
safety-number = Telephone number
safety-number-missing = Fill in a number.
safety-when = When do you call this number?
safety-never-by-score = The app never sends you here by itself. A low mark says nothing about safety. You hear and see more than a web does.
