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
