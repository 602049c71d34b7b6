# Training projects
projects-crumb = Training projects
projects-title = Training projects: { $x }; classes being prepared or running: { $y }
projects-none = No training project yet
projects-none-next = A project is the chain of classes that one sponsor orders from one provider. Open the project first, then its classes.
project-kicker = Training project { $x }
project-name = Name of the project
project-name-hint = For example: Capacity building for communities and local officials, 2016–2020
project-code = Code of the project
project-code-hint = 2 to 12 capital letters without marks and figures, for example CT135
project-sponsor = Sponsor
project-sponsor-hint = The body that orders and pays. For example: Committee for Ethnic Minority Affairs
project-provider = Provider
project-provider-hint = The body that runs the classes
project-period = Period of the programme
project-open = Open the project
project-open-title = Open a training project
project-classes = { $n ->
    [one] { $n } class
   *[other] { $n } classes
}
project-classes-title = Classes of the project
project-no-classes = The project has no classes yet.
project-figure-done = classes done
project-figure-running = classes running
project-figure-preparing = classes being prepared
project-figure-named = trainees named
done-project-opened = The project is open. Next: open its first class.

# Classes
class-menu = Classes
class-crumb = Classes
class-back = Back
class-save = Save changes
class-optional = (optional)
class-errors = { $n ->
    [one] { $n } thing needs mending
   *[other] { $n } things need mending
}
class-line-missing = Please fill this in
class-missing-name = Please give a name
class-missing-venue = Please give the venue
class-missing-sponsor = Please give the sponsor
class-missing-provider = Please give the provider
class-missing-topic = Please give the topic of the session
class-missing-title = Please give the title of the material
class-day-starts = Please write the first day as 16/10/2018
class-day-ends = Please write the last day as 16/10/2018
class-day-nominate = Please write the last day for naming as 10/10/2018
class-line-long = Longer than { $x } characters, please shorten it
class-code-form = A code is 2 to 12 capital letters without marks and figures, for example PT18
class-code-taken = This code is in use elsewhere, please choose another
class-day-form = Please write the day as 16/10/2018
class-ends-before = The last day must not be before the first
class-too-long = The class is longer than 60 days, please check the year and month
class-nominate-late = The last day for naming must not be after the first day of the class
class-late-form = Minutes from 0 to 240
class-province-missing = Please choose a province
class-days-leave-session = A session lies outside these days; please change the programme first
class-state-unreachable = The class cannot go straight to this state; please reload the page
class-name = Name of the class
class-name-hint = For example: Training for commune and district officials of Phú Thọ
class-code = Code of the class
class-code-hint = Short, for typing and for badges. 2 to 12 capital letters without marks and figures, for example PT18. It cannot be changed later.
class-province = Province
class-provinces-new = From 1 July 2025
class-provinces-old = Before 1 July 2025
class-venue = Venue
class-venue-hint = For example: Phú Thọ conference centre
class-host = Host
class-host-hint = The body in the province that helps, if any
class-day-hint = For example: 16/10/2018
class-provinces-also-old = For a class before 1 July 2025: show the former provinces too
class-starts-on = First day
class-ends-on = Last day
class-dates = Dates
class-nominate-by = People to be named by
class-nominate-hint = For example: 10/10/2018. A place's page takes names for 3 more days, not beyond the first day of the class
class-allowance = Allowance
class-allowance-hint = Say who bears meals, lodging and travel; this stands on the page where people are named
class-late-after = Late after
class-late-hint = Minutes from the start of a session
class-open = Open the class
class-open-title = Open a class
class-edit = Change the class
class-edit-title = Change the class
class-state = State
class-state-preparing = Being prepared
class-state-running = Running
class-state-done = Done
class-state-cancelled = Cancelled
class-state-change = Move the class to another step
class-state-hint = A wrong step can be taken back: all data of the class stay.
class-do-run = Start the class
class-do-run-early = Begin the class early, it is set for { $x }
class-do-finish = End the class
class-do-cancel = Cancel the class
class-cancel-title = Cancel { $x }?
class-cancel-asked = { $n ->
    [one] One place that has received its link will see that the class is cancelled.
   *[other] { $n } places that have received their links will see that the class is cancelled.
}
class-cancel-unasked = No place has received a nomination link of this class yet.
class-cancel-named = { $n ->
    [one] One person has been named; please let them know.
   *[other] { $n } people have been named; please let them know.
}
class-cancel-why = Why is the class cancelled?
class-cancel-why-hint = One sentence is enough; it is kept in the journal of the class
class-cancel-why-missing = Please write why the class is cancelled
class-cancel-not = Do not cancel
done-class-cancelled = The class is cancelled. Places that open their links will see so.
class-do-prepare = Prepare it again
class-do-not-yet = Back to preparing
class-do-reopen = Reopen the class
class-kicker = Class { $x } · { $y }
class-of = { $x }/{ $y }
class-trainees = Trainees of seats
class-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
class-named-of-seats = trainees named: { $x } of { $y } seats
class-silent = { $n ->
    [one] { $n } place has not answered
   *[other] { $n } places have not answered
}
class-silent-title = { $n ->
    [one] { $n } place has not answered
   *[other] { $n } places have not answered
}
class-here = You were present at session { $x } at { $y }.
class-here-late = You were present at session { $x } at { $y }, late.
class-here-noted = You have been noted as present at session { $x }.
class-my-group = You are in { $x }.
class-my-board = Open the group's board
class-session-discussion = Discussion of session { $x }
class-next-sessions = Plan the programme
class-next-seats = Ask places for people
class-next-silent = See who has not answered
class-next-groups = Form groups
class-next-badges = Print badges
class-next-roster = Take attendance
class-next-results = See the results
class-next-difficulties = See the difficulties of the class
class-next-raise = Raise a difficulty
class-programme-title = A programme of { $x } sessions in { $y } days
class-programme-none = The programme has no sessions yet
class-programme-none-next = The organisers will put the programme here.
class-sessions-edit = Change the programme
class-call-none = No place has been asked yet
class-call-all = { $n ->
    [one] The one place has answered
   *[other] All { $n } places have answered
}
class-call-title = { $x } of { $y } places have not answered
class-figure-named = trainees named
class-figure-seats = seats
class-figure-answered = places that answered
class-nominations-open = See the nominations
class-seats-open = Seats and links
class-groups-none = No groups yet
class-groups-title = { $n ->
    [one] { $n } discussion group
   *[other] { $n } discussion groups
}
class-groups-edit = Form groups
class-groups-open = See the groups
class-more = For those who run it
class-parts = Parts of the class
class-go-difficulties = Difficulties
class-go-discussion = Discussion
class-go-boards = Group boards
class-go-practices = Practices
class-go-plans = Plans
class-go-evaluation = Evaluation
class-go-wall = Control the wall
class-go-follow-ups = Asking again after 3, 6, 12 months
class-go-cadres = Core cadres
class-go-news = News of the class
class-go-roster = Attendance of each session
class-go-badges = Badges to print
class-go-links = Own links to send to trainees
class-go-results = Results
class-go-project = The project and its other classes
class-facts = About the class
class-address = Short address
classes-title = { $x } classes running, { $y } being prepared
classes-running = { $n ->
    [one] { $n } class running
   *[other] { $n } classes running
}
classes-preparing = { $n ->
    [one] { $n } class being prepared
   *[other] { $n } classes being prepared
}
classes-all-done = { $n ->
    [one] { $n } class, not running now
   *[other] { $n } classes, none running now
}
classes-none = You have no class yet
classes-none-next = Classes that you run, advise or attend will show here.
done-class-opened = The class is open. Next: plan its programme.
done-class-changed = The class is saved.
done-class-running = The class has begun. Next: open the door.
done-class-state-changed = The class has moved on.

# Sessions
session = Session
session-number = Session { $x }, { $y }
session-morning = morning
session-afternoon = afternoon
session-evening = evening
session-time = Time
session-topic = Topic
session-day = Day
session-from = From
session-from-hint = For example 07:30
session-to = To
session-hall = Hall
session-hall-hint = When the class has several rooms; two sessions at one time need two rooms
session-time-form = Please write the time as 07:30
session-ends-before = A session must end after it starts
session-outside = A session must lie within the days of the class: { $x }
session-clash = At the same time as session { $x } ({ $y }) in the same room
session-used = Attendance of this session has begun, so it cannot be removed. Please change its topic or time instead.
session-change = Change
session-change-title = Change time and topic
session-plan = Add the session
session-plan-title = Add session { $n }
session-remove = Remove this session
session-remove-title = Remove this session from the programme
session-remove-hint = Later sessions are numbered anew. Its speakers and material go with it.
session-no-speaker = No speaker yet
session-speakers-title = { $n ->
    [one] { $n } speaker
   *[other] { $n } speakers
}
session-speaker = Speaker
session-speaker-other = Somebody else, named below
session-speaker-new = Name somebody who is not in the list
session-speaker-phone-hint = So that they can sign in and answer difficulties of the class
session-speaker-unknown = Please choose from the list or name somebody new
session-part = Part in the session
session-part-hint = For example: new documents; leads the discussion
session-speaker-add = Add the speaker
session-take-out = Take out
session-materials = Material:
session-material-count = { $n ->
    [one] { $n } piece of material
   *[other] { $n } pieces of material
}
session-material-title = { $n ->
    [one] { $n } piece of material
   *[other] { $n } pieces of material
}
session-material-name = Title of the material
session-material-link = Link
session-material-link-hint = Leave empty for paper given out in class
session-material-add = Add the material
session-document = Or a document kept here
session-document-open = Open the document
session-reread = Material needs review
session-do-reread = Still good under the new rules
session-news-open = See what is new
session-news = With the page “What is new”
session-news-hint = The session opens the comparison of the document chosen above, article by article; it can be printed as material.
session-news-days = beside the wording before the last amendment
session-news-beside = beside { $x }
session-news-of-what = Choose the document above first
session-news-itself = Choose another document to compare with
session-news-title = What is new: { $x } beside { $y }
session-document-unknown = This document was not found
session-link-form = A link begins with https:// and has no blanks
sessions-crumb = Programme
sessions-none = The programme has no sessions yet
sessions-title = { $n ->
    [one] The programme has { $n } session
   *[other] The programme has { $n } sessions
}
done-session-planned = The session is in the programme.
done-session-changed = The session is saved.
done-session-removed = The session is out of the programme.
done-session-speaker-set = The speaker is added.
done-session-speaker-removed = The speaker is taken out.
done-session-material-added = The material is added.
done-session-material-removed = The material is taken out.
done-session-material-reread = Confirmed: the material is still good under the new rules.

# Seats and call-up
seat-count = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
}
seat-named-of = named { $x }/{ $y }
seat-count-form = Seats from 0 to { $x }
seat-place-unknown = This place was not found
seat-reply-none = No answer yet
seat-reply-part = Some named
seat-reply-full = All named
seat-reply-declined = Sends nobody
seats-crumb = Seats
seats-title = { $x } seats for { $y } places
seats-none = No place has been asked yet
seats-none-next = Find a commune or district and give it seats. Each place gets a link of its own to name its people, without an account.
seats-find = Find a commune or district
seats-find-commune = Find a commune
seats-find-do = Find
seats-found-none = No place is called “{ $x }”. Marks are not needed; the name of the district may follow.
seats-until = until { $x }
seats-already = Has seats
seats-count = Seats
seats-count-of = Seats of { $x }
seats-each = Seats of each commune
seats-add = Add
seats-add-district = Add all communes of the district, so many seats each
seats-add-office = Add the district office
seats-district-empty = This district has no more communes to add
seats-table = Seats of each place
seats-link-hint = Send each place its own link (by Zalo or letter). Whoever has the link can name people for that place.
seats-filter = Find in the list
seats-filter-none = No line matches
seats-place = Place
seats-unit = Body asked
seats-unit-of = Body asked in { $x }
seats-link = Link
seats-link-open = Open the place's page
seats-copy = Copy the link
seats-copied = Copied
seats-save = Save the seats
done-seats-asked = The seats are saved.

# Nominations
nominations-copy-reminder = Copy a reminder
nominations-reminder = To { $place }: { $class } ({ $dates }) still waits for you to name { $seats }, until { $by }. Please open your own link to name them: { $link }
nominations-reminder-soon = To { $place }: { $class } ({ $dates }) still waits for you to name { $seats }. Please open your own link to name them: { $link }
nominations-crumb = Nominations
nominations-by = to be named by { $x }
nominations-closed = The places' own pages have been closed since { $x }.
nominations-closed-change = Give them more time
nominations-add = Name somebody
nominations-add-here = Name for them
nominations-add-title = Name somebody for a place
nominations-list = Name by Excel list
nominations-tabs = Filter the nominations
nominations-all = All
nominations-people = Trainees
nominations-nobody = Nobody is named yet.
nominations-all-answered = Every place has answered.
nominations-filter = Find by name, commune, phone
nominee-name = Full name
nominee-name-hint = With all marks, as in their papers
nominee-phone = Phone
nominee-phone-hint = The trainee's own mobile, used at the door
nominee-no-phone = no phone yet
nominee-position = Position
nominee-position-hint = For example: vice chair of the commune
nominee-unit = Unit
nominee-sex = Sex
nominee-female = Female
nominee-male = Male
nominee-more = Add year of birth, ethnicity, a note
nominee-birth = Year of birth
nominee-birth-form = The year has 4 figures, for example 1980
nominee-ethnicity = Ethnicity
nominee-ethnicity-hint = Only for statistics in the programme's reports
nominee-target = Target group
nominee-note = Note
nominee-name-do = Name this person
nominee-place-missing = Please choose a place that has seats
nominee-withdraw-title = Withdraw this person
nominee-withdraw-hint = They are no longer on the list and no longer see the class. They can be named again at any time.
nominee-withdraw-why = Reason
nominee-withdraw = Withdraw
trainee-named = Named
trainee-withdrawn = Withdrawn
trainee-replaced = Replaced by a substitute
trainee-overlap = On the same days as { $x }
trainee-before = Has attended { $x }
done-trainee-named = One more person is named.
done-trainee-withdrawn = Withdrawn from the list.

# A place's own page
call-title = { $x } names its trainees
call-heading = { $n ->
    [one] Please name { $n } person for { $x }
   *[other] Please name { $n } people for { $x }
}
call-heading-full = { $n ->
    [one] The { $n } person is named
   *[other] All { $n } people are named
}
call-named-title = { $n ->
    [one] { $n } person named
   *[other] { $n } people named
}
call-name-first = Name the first person
call-name-title = Name one more person
call-purpose = These data are only for running the class, attendance and reports. The person named can see and correct their own.
call-change = Change
call-withdraw-hint = Withdraw this person, then name another.
call-decline-title = We send nobody
call-decline = Say that we send nobody
call-decline-named = Somebody is named; please withdraw them first
call-declined = The place has said that it sends nobody. If that changes, just name people.
call-why = Why can nobody be sent?
call-why-hint = The organisers read this to give the seats to another place
call-why-missing = Please give a reason, one sentence is enough
call-over = The time for naming people is over ({ $x })
call-over-begun = The class has begun; the time for naming people is over
call-over-done = The class is over
call-over-cancelled = This class is cancelled
call-late = To name or change somebody late, please call the organisers.
call-late-who = To name or change somebody late, please call { $x }:
call-done = Thank you for naming people for this class.
call-wrong = This link for naming people is not right
call-wrong-next = Please open it again from the message you received. It is long; one missing letter breaks it.
call-closed = This page takes no more names. To change somebody, please call the organisers.
call-cancelled = Your place need not name anyone. Thank you.
call-full = The place is asked for { $x } people; with this there would be { $y }. Please leave some out, or ask the organisers for more seats.
call-draft-restored = What you had begun is back.
call-draft-discard = Discard the draft
call-draft-offline = No connection. Go on writing: it is kept on this device.
done-call-declined = The organisers are told: the place sends nobody.

# Excel lists
list-title = Name trainees by an Excel list
list-file = List
list-file-hint = The list you have (.xlsx, .xls, .ods): titles above it, names in one or two columns are fine. You look at what was read before anything is kept.
list-read = Read the list
list-sample = Download a sample list
list-another = Choose another file
list-heading = People read: { $x }; rows to mend: { $y }
list-nothing-yet = Nothing is kept until you confirm
list-header = titles of columns in row { $x }
list-faults-title = { $n ->
    [one] { $n } row could not be read
   *[other] { $n } rows could not be read
}
list-faults-hint = These are not named. Please mend them in the file and read it again, or name them one by one later.
list-row = Row
list-row-number = Row { $x }
list-why = Why
list-stands = In the file
list-rows-title = { $n ->
    [one] { $n } person read
   *[other] { $n } people read
}
list-rows-hint = Untick whom you do not send, and mendings that you do not want.
list-over = The place is asked for { $x }; the list has { $y }. Please choose { $x }.
list-over-rest = The place has { $x } left to name; the list has { $y }. Please choose { $x }.
list-nobody = Nobody could be read.
list-confirm = Name those ticked
list-none-chosen = Please choose at least one person
list-row-refused = Row { $x } could not be kept, so nothing of the list was:
list-others-title = Rows and columns not used
list-unused = Columns not used and not kept: { $x }
list-already-named = Is on the list of the class already
list-female = female
list-male = male
list-offer-capitals = Mend capitals: { $x } to { $y }
list-offer-letters = Mend odd letters: { $x } to { $y }
list-offer-first-phone = Two numbers in one cell ({ $x }): take { $y }
list-said-zero = The phone lost its first 0: { $x } read as { $y }
list-said-country = The phone has a country code: { $x } read as { $y }
list-said-prefix = The phone has an old prefix: { $x } read as { $y }
list-said-fixed-line = { $x } is a fixed line and is not kept; this person comes in by the code on the badge
list-said-shared-phone = The same phone as row { $x }
list-said-old-font = The name seems to be in an old font (TCVN3, VNI); please look at it
list-error-empty = Please choose a list; the file was empty
list-error-pdf = This is a PDF whatever its name. Please send the Excel file it was printed from
list-error-word = This is a Word file. Please copy the table to Excel and send that
list-error-picture = This is a picture. Please send the Excel file, or name people one by one
list-error-not-a-sheet = This could not be read as a sheet. Please open it in Excel, save it as .xlsx and send that
list-error-password = The file has a password. Please take it off and send the file again
list-error-too-large = The file is broken or far larger than a list. Please copy the list alone to a new file
list-error-no-header = No row names the columns. At least “Họ và tên” and one more, such as “Chức vụ” or “Điện thoại”, are needed
list-error-no-rows = The columns are named but nobody stands below
list-error-too-many = The list has more than { $x } rows. Please send the list of one place only
list-why-no-name = No name
list-why-name-letters = The name has no letter: “{ $x }”
list-why-name-long = The name has { $x } characters, more than 200
list-why-phone = The phone “{ $x }” could not be read
list-why-phone-scientific = Excel lost the last figures: “{ $x }”. Please type the number as text
list-why-birth = The year of birth “{ $x }” could not be read
list-why-birth-short = The year of birth has only two figures: “{ $x }”
list-why-sex = The sex “{ $x }” could not be read
list-why-fault = The cell shows the fault { $x } in column { $y }
list-why-long = The cell in column { $x } is longer than 300 characters
list-why-twice = The same person as in row { $x }
list-why-section = The name of a part, no person
list-why-foot = Below the table, no person
done-list-taken = Those chosen in the list are named.

# Groups
groups-crumb = Groups
groups-title = { $x } groups; people without a group: { $y }
groups-title-all = { $n ->
    [one] { $n } group, and everybody is in it
   *[other] { $n } groups, and everybody is in one
}
groups-none = No groups yet
groups-nobody = Nobody is named yet, so there are no groups to form.
groups-empty = Nobody is in this group.
groups-loose = { $n ->
    [one] { $n } person without a group
   *[other] { $n } people without a group
}
groups-cluster-hint = By cluster: people of the communes of one district, or of one district before 1 July 2025, sit together. The groups will be:
groups-cluster = Form by cluster
groups-cluster-name = Group { $x }: { $y }
groups-number = Group { $x }
groups-count = Or how many equal groups?
groups-count-hint = People of one commune stay together where possible
groups-count-form = From 2 to { $x } groups
groups-count-look = See an even division
groups-count-do = { $n ->
    [one] Form this one group
   *[other] Form these { $n } groups
}
groups-move-to = Move those chosen to
groups-none-choice = No group
groups-move = Move
groups-more = More groups and changes
groups-new-name = Name of the group
groups-new-hint = For example: Group 5: communes on the river
groups-new = Add the group
groups-change = Change { $x }
groups-rename = Rename
groups-dissolve = Dissolve the group
groups-dissolve-hint = Its people are in no group; nobody leaves the class.
groups-anew = Form all groups anew
groups-anew-hint = The present groups are replaced.
group-nobody = Please choose at least one person
group-too-many = A class has at most { $x } groups
done-groups-formed = The groups are formed. People can be moved one by one.
done-groups-moved = Moved.
done-groups-renamed = Renamed.
done-groups-dissolved = The group is dissolved.

# Roll-out
rollout-none = No roll-out yet
rollout-heading = Roll-out of { $x } classes in { $y } provinces
rollout-empty = No province yet. With a roll-out the overview of the project can say where classes are still to come.
rollout-month-of = { $x }
rollout-reported = Held, as reported
rollout-planned = As planned
rollout-remove = Take out
rollout-form-title = Add a province
rollout-form-how = A class opened here counts towards its province by itself. The same province and month again replaces the earlier figure.
rollout-month = Planned month
rollout-month-hint = For example 10/2026
rollout-month-wrong = Give month and year, for example 10/2026
rollout-classes = Number of classes
rollout-classes-wrong = Give a number of classes, from 0 to 200
rollout-note = Note
rollout-report = These classes were held, as the provider reports
rollout-report-hint = For classes that are not kept here: the overview says that the figure is reported, not measured.
rollout-save = Add to the roll-out
rollout-plan = Roll-out by province
project-overview = Overview of the project
done-rollout-planned = The roll-out is kept.
