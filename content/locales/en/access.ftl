### Log

access-log-title = Log
access-log-note = Who opened what, and when
access-log-what = Here you see who did what, and when. Never what was in it.
access-log-broken = The log was changed outside the app.
access-log-broken-do = Save the log as a file and show it to whoever looks after privacy in your organisation.
access-log-none = No lines yet
access-log-none-what = When you open a dossier a line is added here.
access-log-latest = To the latest
access-log-earlier = Earlier lines
access-log-export = Save as a file
access-log-gone = erased dossier
access-log-all = everything
access-event-opened = opened
access-event-printed = printed
access-event-exported = saved as a file
access-event-imported = brought back
access-event-shared = shared
access-event-withdrawn = consent withdrawn
access-event-erased = erased
