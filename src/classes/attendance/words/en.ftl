# The door and attendance
attendance-present = Present
attendance-late = Late
attendance-left-early = Left early
attendance-excused = Excused
attendance-absent = Absent
attendance-substituted = Substitute
attendance-unmarked = Not marked yet
attendance-by-door = by the code on the wall
attendance-by-secretary = by the secretary
attendance-by-paper = from paper
attendance-session = Session { $x }
attendance-title = Attendance of session { $x }
attendance-heading = { $x } trainees present at session { $y }
attendance-to-roster = Attendance of the whole class
attendance-to-paper = Type in the signed sheet
attendance-show = Filter the list
attendance-show-rest = Not marked
attendance-show-came = Present
attendance-show-out = Not here
attendance-show-all = All
attendance-find = Find by name, commune or position
attendance-nobody = Nobody here.
attendance-stands-for = Stands in for { $x }
attendance-replaced-by = { $x } stands in
attendance-other = Other
attendance-rest = End of the session
attendance-rest-what = { $n ->
    [one] One person has
   *[other] { $n } people have
 } no mark yet. If the session is over, mark them all as absent; each can still be changed.
attendance-rest-all = { $n ->
    [one] Note the one person left as absent
   *[other] Note the { $n } people left as absent
}
attendance-next = Attendance of session { $x }
attendance-rest-do = Mark { $n } as absent
attendance-choose = Mark for session { $x }
attendance-note = Note
attendance-optional = (optional)
attendance-note-hint = For example: left at 15:00, letter from the commune.
attendance-note-long = The note is longer than 300 characters. Please shorten it.
attendance-state-unknown = Please choose one of the buttons: present, late, left early, excused, absent.
attendance-from-paper = As on the signed sheet
attendance-said = What was marked
attendance-back = Back to the list
done-marked = Marked.
done-marked-rest = The rest are marked as absent.
done-marked-paper = The signed sheet is typed in.

substitution-title = Substitute for { $x }
substitution-someone = Somebody else has come instead
substitution-name = Full name of the substitute
substitution-phone = Phone number
substitution-phone-hint = So that they can scan the code at later sessions. May stay empty.
substitution-position = Position
substitution-do = Name the substitute
substitution-then = The substitute is marked present and joins the class list. The name { $x } stays, as substituted.
substitution-same = This is the person who was called up. If they have come, press “Present”.
substitution-named = This person is on the class list already. Find the name and press “Present”.
substitution-twice = Another substitute has been named for this trainee.
done-substituted = The substitute is named and present.

paper-title = Signed sheet of session { $x }
paper-heading = { $n ->
    [one] One person is
   *[other] { $n } people are
 } not marked present
paper-what = Tick those who signed the sheet. Those who scanned the code themselves are not shown here.
paper-signed = Signed
paper-rest = Those not ticked: mark as absent
paper-do = Save the sheet

door-open = Open the door
door-other-day-title = Open the door of session { $x } today?
door-other-day = This session takes place on { $x }. Open the door now?
door-close = Close the door
door-show-wall = Show the QR code
door-is-open = Door open
door-is-closed = Door closed
done-door-opened = The door is open. Put the QR code on the projector for trainees to scan.
done-door-closed = The door is closed. Whoever comes later sees the secretary.
door-class-cancelled = This class is cancelled.

door-enter-title = Check in to session { $x }
door-enter = Check in to session { $x }
door-phone = Your phone number
door-phone-hint = As in the list of nominations, for example 0912 345 678.
door-i-am-here = I am here
door-is-it-you = Are you { $x }?
door-not-me = I am somebody else
door-its-me = It is me
door-choose = { $n } people on the list share this number. Who are you?
door-phone-unknown = This number is not on the class list. Please check each digit, or try another number that your commune wrote down.
door-phone-unreadable = This is not a phone number yet. Please give all 10 digits, for example 0912 345 678.
door-phone-next = If it still does not work, see the secretary, who can mark you present at once without a phone.
door-keeper = Secretary of this session:
door-to-class = To the page of the class
done-present = You are marked present.
done-present-late = You are marked present, late.
done-present-before = You were marked present before. Nothing more to do.

door-no-wrong = This code is not right
door-next-wrong = Please scan the code on the wall again. If you type, check the address and the six digits below the code.
door-no-expired = This code has expired
door-next-expired = The code on the wall changes every half minute. Please scan the one that shows now.
door-no-closed = The door is closed
door-next-closed = If the session is on, see the secretary, who can mark you present.
door-no-ticket = More than ten minutes since the scan
door-next-ticket = Please scan the code on the wall again, then give your phone number.
door-no-used = This code has checked in somebody else
door-next-used = Each scan checks in one person. Please scan the code on the wall again.
door-no-replaced = Somebody stands in for you
door-next-replaced = The list says that somebody else stands in for { $x }. If you have come after all, see the secretary.

door-class-unknown = No class has the code { $x }
door-class-unknown-next = Please look at the code on the summons or on your badge again.
door-class-code = Class { $x }
door-code = Code on the wall, session { $x }
door-code-hint = Six digits that change every half minute.
door-go-on = Continue
door-code-wrong = This code is not right. Please type the six digits that show on the wall now.
door-code-expired = This code has just expired. Please type the six digits that show now.
door-code-closed = The door is closed. If the session is on, see the secretary.
door-or-badge = To look at the class without checking in:
door-by-badge = Sign in with the code on your badge
door-class-ended = The class is over.
door-class-answers = See the answers given in the class
door-before = When the door opens, the field for the code appears on this page.
door-inside = Enter the class
door-programme = Programme of { $n ->
    [one] one session
   *[other] { $n } sessions
 }
door-provider = Provider
door-sponsor = Sponsor

wall-title = Check-in screen of session { $x }
wall-heading = Session { $x }: scan or type the six digits
wall-under-way = Session { $x }: attendance under way
wall-closed = Session { $x }: the door is closed
wall-qr = QR code for checking in
wall-came = of { $n } trainees are here
wall-lost = Connection lost, trying again…

agree-title = May the class keep your information?
agree-what = The class asks whether you agree to this:
agree-free = You may say no: you attend the class and sign on paper as usual.
agree-missing = Please press one of the two: agree, or enter without agreeing.
agree-give = I agree, enter the class
agree-later = I do not agree, enter all the same
done-consented = Thank you. Your consent is recorded.

welcome-heading = Welcome, { $x }
welcome-when = When
welcome-where = Where
welcome-enter = Enter the class
welcome-not-me = This link is for { $x } alone. If you are somebody else, please close this page.
welcome-gone = This link no longer works
welcome-gone-withdrawn = The class list no longer has this name. If that is a mistake, please contact the organisers.
welcome-gone-cancelled = This class is cancelled. For questions, please contact the organisers.
welcome-gone-over = The class ended more than eighteen months ago. You can still sign in with the personal code from the organisers.
done-welcome = You are in the class on this device. Next time just open it again.

roster-title = Attendance table
roster-none = { $n ->
    [one] One trainee
   *[other] { $n } trainees
 }, no session marked yet
roster-mark = Mark session { $x }
roster-find = Find
roster-name = Full name
roster-unit = Unit, position
roster-phone = Phone

sheet-title = Sheet to print and sign
sheet-heading = Attendance list
sheet-no = No.
sheet-note = Note
sheet-counts = Present: …………  Absent: …………
sheet-print = Print
sheet-unit = Position, unit
sheet-sign = (Signature, full name)
sheet-head = Head of class
sheet-organiser = For the organisers

link-title = Personal links of trainees
link-over = The class ended more than eighteen months ago: its personal links lead nowhere. Trainees sign in by phone and the six digits of their badge.
link-over-badges = Open the badges for the codes
link-heading-over = The personal links of the class have expired
link-heading = { $n ->
    [one] One personal link
   *[other] { $n } personal links
 } to send to trainees
link-what = Each link is for one person, who opens it and is in the class without a password. Send each one privately, never to a group.
link-copy = Copy the message
link-copied = Copied
link-message = Dear { $x }. Your personal link to { $y }

badge-title = Badges
badge-heading = { $n ->
    [one] One badge
   *[other] { $n } badges
 } to print
badge-what = The six-digit personal code signs in together with the phone number. For a lost badge give a new code; the old one stops working at once.
badge-code = Personal code:
badge-print = Print the badges
badge-lost = Somebody lost their badge
badge-whose = Whose badge
badge-renew = New code
done-badge-new-code = A new code is made. Please print this person's badge again.
