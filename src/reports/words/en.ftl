# My work
work-menu = My work
work-title = My work
work-kicker = { $x }
work-waits = { $n ->
    [one] One thing waits for you
   *[other] { $n } things wait for you
 }
work-watch = { $n ->
    [one] One thing to watch
   *[other] { $n } things to watch
 }
work-nothing = Nothing waits for you
work-more = { $n } more on the pages below.
work-session-now = Session { $x } is on, since { $y }, at { $z }: { $t }
work-session-next = Session { $x } begins at { $y }, at { $z }: { $t }
work-today = { $x } today
work-tomorrow = { $x } tomorrow
work-on-day = { $x } on { $y }

work-state-verdict = Awaits the verdict
work-state-clarify = To be clarified
work-state-consent = Awaits your consent
work-state-raise = Nothing raised yet
work-state-joined = Advised
work-state-advise = Awaits your advice
work-materials = { $n ->
    [one] One material of the sessions to come stands on a rule that has changed
   *[other] { $n } materials of the sessions to come stand on rules that have changed
}
work-state-review = Needs review
work-state-queue = Queue
work-state-free = No expert yet
work-state-door = Door closed
work-state-door-open = Attendance
work-state-overdue = Overdue
work-state-seats = No call-up yet
work-state-silent = Awaits localities

work-give-verdict = Give the verdict
work-clarify = Clarify
work-asked = The expert asks: { $x }
work-consent = You have not said whether the class may use your personal data
work-state-withdrew = Consent withdrawn
work-withdrew = You withdrew your consent on { $x }. To raise a difficulty here, please consent again.
work-consent-again = Read and consent again
work-read-consent = Read and answer
work-raise-first = You have not raised a difficulty of your commune yet
work-raise = Raise a difficulty
work-joined = { $n ->
    [one] One difficulty that you share has been advised on
   *[other] { $n } difficulties that you share have been advised on
 }
work-read = Read the advice

work-weight = { $n } people share it
work-urgent = urgent
work-advise = Advise
work-review = Review
work-assigned-more = { $n } more are assigned to you
work-pool = { $n ->
    [one] One difficulty awaits an expert
   *[other] { $n } difficulties await an expert
 }
work-pool-others = { $n ->
    [one] One other difficulty awaits an expert
   *[other] { $n } other difficulties await an expert
 }
work-see-queue = See the queue
work-take = See and take

work-open-door = Session { $x } begins at { $y }: open the door
work-to-door = To the door
work-attendance = Session { $x }: { $y } of { $z } have come in
work-mark = Mark attendance
work-overdue = { $n ->
    [one] One escalated difficulty is past its date
   *[other] { $n } escalated difficulties are past their date
 }
work-press = Chase it up
work-no-seats = No seats have been asked of any locality
work-ask-seats = Ask for seats
work-silent = Localities yet to answer the call-up: { $n } of { $x }
work-nominate-by = names due { $x }
work-see-seats = Review and remind
work-to-review = { $n ->
    [one] One answer needs review because its legal basis has changed
   *[other] { $n } answers need review because their legal basis has changed
 }
work-unassigned = { $n ->
    [one] One difficulty has no expert yet
   *[other] { $n } difficulties have no expert yet
 }
work-assign = Assign
work-unconfirmed = { $n ->
    [one] One answer awaits confirmation by the trainee who asked
   *[other] { $n } answers await confirmation by the trainees who asked
 }
work-remind = Remind

work-late-owner = { $x } has not answered { $y } of the difficulties sent there
work-since = overdue since { $x }
work-raised-on = raised on { $x }
work-see = See

work-useful-trainee = If your commune has another difficulty, raise it; the experts of the class will answer.
work-useful-results = This may be the time to look at the results of the latest class.
work-useful-project = Begin with a training project: open a class, ask for seats, call up.
work-useful-projects = This may be the time to look at the whole chain of classes.
work-useful-answers = This may be the time to read the published answers.
work-see-results = See the results
work-see-projects = See the training projects
work-see-answers = See the answers

work-figure-people = people in the system
work-figure-projects = training projects
work-figure-classes = classes
work-figure-published = published answers
work-classes = { $n } classes: { $x }
work-classes-running = { $n } running
work-classes-preparing = { $n } preparing
work-classes-done = { $n } done
work-class-is-running = Running
work-class-is-preparing = Preparing
work-class-is-done = Done
work-class-people = { $n } trainees
work-class-resolved = { $x } of { $y } difficulties resolved
work-class-waiting = { $n } still waiting
work-all-classes = See all classes

work-welcome-title = A commune’s difficulty, followed until it is solved
work-welcome-heading = A commune’s difficulty, followed until it is solved
work-welcome-what = Nguồn carries training classes for commune and district cadres from the call-up to the last report. Every difficulty that is raised is answered by an expert with the clause it stands on, and followed until the one who raised it says whether it is resolved. The answer is published, so that the next commune with the same difficulty finds it at once.
work-welcome-trainees = Trainees come in without a password
work-welcome-door = Scan the code on the wall of the class, or type the short address below it, and give the phone number on the list. Before the class, use the personal link of the invitation.
work-welcome-published = { $n ->
    [one] One published answer
   *[other] { $n } published answers
 }
work-welcome-none = Published answers will be here
work-welcome-answers = Newly published
work-welcome-news = News from the training classes
work-welcome-all-news = See all news
work-welcome-search = Anyone may read them. Type what troubles you, with or without diacritics.
work-welcome-label = What troubles you?
work-welcome-find = Find answers

# Results of a class
results-crumb-classes = Classes
results-crumb = Results of the class
results-kicker = Results: { $x }
results-none = No difficulty has been raised in this class yet
results-none-resolved = { $n } difficulties, none confirmed as resolved yet
results-all-resolved =
    { $n ->
        [one] The one difficulty has been resolved
       *[other] All { $n } difficulties have been resolved
    }
results-some-resolved = { $x } of { $y } difficulties have been resolved
results-sessions = { $n ->
    [one] one session
   *[other] { $n } sessions
 }
results-see-table = See the table
results-excel = Download as Excel
results-figure-came = trainees came
results-figure-came-of = trainees came, of { $n } seats called up
results-figure-raised = difficulties raised
results-figure-resolved = resolved, by the raisers’ word
results-figure-published = published answers

results-resolved = Resolved
results-partly = Partly
results-not = Not resolved
results-not-needed = Not needed
results-open = Waiting
results-advised = Advised
results-escalated = Escalated
results-untouched = Not advised
results-short-advised = Advised
results-short-escalated = Escalated
results-short-untouched = Not yet
results-unconfirmed = Awaits the verdict

results-flow-title = The path of the difficulties
results-flow-raised = { $n } raised
results-flow-stop = { $x } { $n }
results-flow-open = { $x } difficulties raised: { $y } advised, { $z } escalated; { $a } still waiting
results-flow-done = { $x } difficulties raised: { $y } advised, { $z } escalated; none is waiting
results-bars-title = By field
results-bars = Most difficulties are in { $x }: { $n }
results-bar = { $x }: { $y } difficulties, { $a } resolved, { $b } partly, { $c } waiting
results-dots-title = By place
results-dots = { $x } of { $y } places raised something; { $a } raised most, { $b } difficulties
results-dots-how = Each dot is a place, by its coordinates: the larger, the more difficulties; the green part is resolved, red is where something still waits; a hollow dot raised nothing.
results-anonymous = { $n } raised anonymously are not in the picture.
results-place = { $x }: { $y } difficulties, { $z } resolved
results-place-figure = { $x } ({ $y } resolved)

results-strip-title = Attendance by session
results-strip-all = All { $x } trainees came to all { $y } sessions
results-strip-one = { $x } of { $y } trainees came to session { $z }
results-strip-least = { $x } of { $y } trainees came to session { $z }; fewest came to session { $a }: { $b }
results-strip-how = Each line is a trainee, neighbours side by side; the same person stands in the same place in every session.
results-strip-none = No session has been attended yet.
results-session = Session { $x }, { $y } { $z }
results-morning = morning
results-afternoon = afternoon
results-evening = evening
results-present = Present
results-late = Late
results-left-early = Left early
results-excused = Excused
results-absent = Absent
results-substituted = Substituted
results-unmarked = Not marked
results-sexes-title = Attendance by sex
results-sex = Sex
results-groups-title = Attendance by position
results-group = Position
results-group-named = Named
results-group-came = Came
results-group-share = Sessions attended
results-women = Women
results-men = Men
results-sex-unknown = Not recorded
results-group-unknown = No position recorded
results-group-others = Other positions

results-waiting-title = Waiting longest
results-since-today = raised today
results-since-days = { $n ->
    [one] waiting for a day
   *[other] waiting for { $n } days
 }
results-cited-title = Clauses cited most
results-cited-times = { $x } difficulties

# The table
table-none = No difficulties for a table yet
table-all = Table of { $n } difficulties
table-some = { $x } of { $y } difficulties
table-print = Print the table
table-whole = See the whole table
table-agency = Organisers of class { $x }
table-country = Socialist Republic of Viet Nam
table-motto = Independence - Freedom - Happiness
table-title = Table of difficulties and proposals
table-extract = Extract: { $x }
table-published = Published
table-late = Answer overdue
table-review = Needs review
table-head-1 = No.
table-head-2 = Code
table-head-3 = Difficulty
table-head-4 = Raised by
table-head-5 = Component
table-head-6 = Basis
table-head-7 = Advice
table-head-8 = Handling
table-head-9 = Authority
table-head-10 = Due
table-head-11 = Result
table-wish = Proposal: { $x }
table-warning = Mind: { $x }
table-anonymous = Raised anonymously
table-result = { $x }: { $y }
table-result-authority = Awaits the authority
table-result-expert = Awaits advice
table-result-unconfirmed = Awaits the verdict
table-result-answer = Answer: { $x }
table-sum = In all: { $x } difficulties ({ $y }).
table-sum-sent = In all: { $x } difficulties ({ $y }), of them { $z } escalated.
table-sum-part = { $n } { $x }
table-sign-maker = Prepared by
table-sign-head = Head of the class
table-sign-organisers = For the organisers
table-sign = (Signature and full name)
work-state-evaluation = Open
work-evaluation = Evaluate the class, without your name
work-state-asking = The whole class is asked
work-answer = Answer
work-state-draft = To be shown to the class
work-drafts = { $n } practices and stories wait to be read and shown
work-evaluate = Evaluate

work-state-round = Round
work-state-round-open = Waiting for the communes
work-state-due = Due soon
work-round = Answer the round of { $n } months after the class
work-answer-round = Answer
work-step-due = due { $x }
work-report = Report
work-open-round = The round of { $n } months after the class is to be opened
work-to-rounds = Open the round
work-round-answered = { $x } of { $y } communes have answered the round of { $z } months
work-see-answered = See who has not
work-plans-overdue = { $n } steps in the plans of the communes are overdue
work-see-overdue = See what is overdue

results-plans-title = Plans after the class
results-plans = { $x } of { $y } steps in the plans of { $z } places are done
results-plans-round = { $n } months, { $x }
results-plans-now = To this day
results-plans-going = Under way or not yet due
results-plans-bar = { $x }: { $a } steps done, { $b } under way or not yet due, { $c } overdue, { $d } dropped
results-plans-how = Each round as it stood when it was closed.
results-see-plans = See all plans
results-verdicts = Difficulties raised by then: { $x }
results-verdicts-resolved = { $n } resolved
results-verdicts-partly = { $n } partly
results-verdicts-not = { $n } not resolved
results-verdicts-no-longer = { $n } no longer needed
results-verdicts-none = { $n } without a verdict
