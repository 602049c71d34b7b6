# Discussion: questions, opinions, what is not clear
question-missing = Write the question
question-long = The question is longer than { $x } letters
poll-no-votes = Nobody has chosen yet
poll-one-ahead = “{ $x }” was chosen by { $y } of { $z }, most of all
poll-level = { $x } are level, { $y } of { $z } each
poll-choices-number = Give 2 to 6 choices, or none for an open question
poll-choices-twice = Two choices are the same
poll-choice-long = A choice is longer than { $x } letters
poll-choice-unknown = There is no such choice
poll-closed = The question is closed and takes no more votes
opinion-missing = Write your opinion
opinion-long = The opinion is longer than { $x } letters
discussion-over = The class is over; its discussion can only be read
unclear-note-long = The note is longer than { $x } letters

discussion-crumb = Discussion
discussion-heading = Discussion, { $x }
discussion-record = Closed, to be read
discussion-lost = Connection lost, trying again
discussion-reload = Reload to see new opinions
discussion-draft-restored = What you had begun to write is here again.
discussion-draft-discard = Discard the draft
discussion-draft-offline = You are offline. Go on writing: it is kept on this device.
discussion-optional = (optional)
discussion-class-kicker = Discussion of class { $x }
discussion-class-none = Nobody has given an opinion in this class yet
discussion-class-heading = { $n ->
    [one] { $n } opinion { $x }
   *[other] { $n } opinions { $x }
 }
discussion-sessions = { $n ->
    [one] in { $n } session
   *[other] in { $n } sessions
 }
discussion-opinions = { $n ->
    [one] { $n } opinion
   *[other] { $n } opinions
 }
discussion-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
 }
discussion-difficulties = { $n ->
    [one] { $n } opinion became a difficulty
   *[other] { $n } opinions became difficulties
 }
discussion-nothing-said = Nothing yet
discussion-no-sessions = The class has no session yet. Each session that is planned has its discussion here.
discussion-go-now = Go to the discussion of session { $x }
discussion-on = On now
discussion-asking = A question is open

question-now = { $x }, asked of the whole hall
question-number = Question { $n }
question-by = asked by { $x } at { $y }
question-opinions = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }
question-put = Put a question to the hall
question-text = Question
question-do-ask = Put the question
question-takes-place = The question that is open now is closed when you put a new one.
question-do-close = Close the question
question-of-clause = { $x }: what is not clear to you, and what does it hold up in your commune?
questions-earlier = { $n ->
    [one] { $n } question asked before in this session
   *[other] { $n } questions asked before in this session
 }
poll-choices = Choices
poll-choices-hint = One a line, 2 to 6 lines. Leave empty for an open question, which trainees answer by an opinion.
poll-votes = { $n ->
    [one] { $n } vote
   *[other] { $n } votes
 }
poll-choose = Choose one:
poll-choose-again = To change, press another:
poll-chosen = You chose: { $x }

opinions-heading = { $n ->
    [one] { $n } opinion of { $x }
   *[other] { $n } opinions of { $x }
 }
opinions-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
opinions-none = No opinion yet
opinions-more = Earlier opinions
opinion-put = Give an opinion
opinion-text = Your opinion
opinion-other = Something else, not an answer to the question
opinion-hide-name = Do not show my name and commune
opinion-hide-name-hint = Only the organisers and experts of the class know
opinion-do-say = Send
opinion-do-withdraw = Withdraw
opinion-do-hide = Hide
opinion-do-raise = Raise as a difficulty
opinion-do-raise-for = Raise for them
opinion-anonymous = Name not shown
opinion-anonymous-but = { $x } (not shown to other trainees)
opinion-illustration = illustration
opinion-answers = answers question { $n }
opinion-hidden = Hidden by the organisers, only you see it
opinion-became = Became difficulty { $x }

readings-heading = Documents of the session: what is not clear?
reading-heading = { $x }: what is not clear to you?
reading-heading-staff = { $x }: what is not clear to the trainees?
reading-document = The document in the library
reading-to-discussion = To the discussion of the session
reading-hint = Clauses are summarised. Others see only how many people marked a clause, never who.
reading-whole = The whole document
reading-whole-about = It is not clear how this document applies, or something that is not above.
reading-no-clauses = The library has no summaries of this document's clauses yet. Press and note what is not clear.
unclear-whole = how the whole document applies
unclear-nobody = Nobody has marked anything as not clear
unclear-people = { $n ->
    [one] { $n } person is not clear about { $x }
   *[other] { $n } people are not clear about { $x }
 }
unclear-marks = { $n ->
    [one] { $n } mark as not clear
   *[other] { $n } marks as not clear
 }
unclear-none-yet = Nobody has marked anything
unclear-mine = Not clear to you
unclear-note = What is not clear?
unclear-do-mark = Not clear to me
unclear-do-note = Note it
unclear-do-clear = Clear now
unclear-do-ask = Ask the hall

done-opinion-said = Your opinion was sent.
done-opinion-withdrawn = The opinion is no longer shown.
done-question-asked = The question is on every screen of the hall.
done-question-closed = The question is closed.
done-vote-cast = Your choice is kept.
done-unclear-marked = Marked. The speaker sees that one more person is not clear.
done-unclear-withdrawn = The mark is taken back.
