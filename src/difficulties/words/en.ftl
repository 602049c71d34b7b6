# Difficulties: from raised to the raiser's verdict
difficulty-menu-queue = Queue for experts
difficulty-menu-answers = Answered before
difficulty-crumb-classes = Classes
difficulty-crumb-list = Difficulties of the class
difficulty-kicker = Difficulty { $x }
difficulty-kicker-class = Class { $x }
difficulty-kicker-queue = Queue for experts

difficulty-state-raised = Newly raised
difficulty-state-asked = To be made clear
difficulty-state-assigned = Waits for an expert
difficulty-state-advised = Advised, verdict awaited
difficulty-state-escalated = Sent to an authority
difficulty-state-closed = Closed
difficulty-state-merged = Merged
difficulty-needs-review = Needs review
verdict-resolved = Resolved
verdict-partly = Partly resolved
verdict-not = Not resolved
verdict-no-longer-needed = No longer needed
level-district = The district
level-province = The province
level-ministry = A ministry or central body
difficulty-how-phone = Raised on their own device
difficulty-how-paper = Entered from paper
difficulty-how-after-class = Raised after the class
difficulty-how-and-when = { $x }, { $y }
handling-at-class = Untangled by advice
handling-district = Sent to the district
handling-province = Sent to the province
handling-ministry = Sent to a ministry or central body
handling-awaits-verdict = Advised, the raiser's verdict is awaited
handling-waits = Waits for an answer
handling-dropped = No longer needed

difficulty-heading-none = The class has no difficulties yet
difficulty-heading-waiting = { $n ->
    [one] { $n } difficulty waits for an expert
   *[other] { $n } difficulties wait for an expert
}
difficulty-heading-closed = { $n ->
    [one] The one difficulty of the class is closed
   *[other] All { $n } difficulties of the class are closed
}
difficulty-heading-answered = Of { $n } raised, none waits for an expert
difficulty-listed = { $n ->
    [one] One difficulty: { $x }
   *[other] { $n } difficulties: { $x }
 }
difficulty-listed-mine = { $n ->
    [one] One difficulty of yours
   *[other] { $n } difficulties of yours
 }
difficulty-listed-so = { $n ->
    [one] One difficulty as you chose
   *[other] { $n } difficulties as you chose
 }
difficulty-listed-none = No difficulties here
difficulty-fact-all = { $n } raised
difficulty-fact-resolved = { $n } resolved
difficulty-fact-partly = { $n } partly resolved
difficulty-fact-escalated = { $n } with an authority
difficulty-fact-review = { $n } to review
difficulty-tabs = By state
difficulty-tab-all = All
difficulty-tab-mine = Mine
difficulty-filter = By field or place
difficulty-field = Field
difficulty-field-all = All fields
difficulty-field-choose = Choose the nearest field
difficulty-none-yet = No difficulties yet. Whoever meets one in their commune raises it here.
difficulty-none-such = There are none like that. Please choose another heading.
difficulty-weight = { $n } people have it
difficulty-urgent = Urgent
difficulty-yours = Assigned to you
difficulty-somewhere = a place of this class
difficulty-somebody = The raiser (name not shown)
difficulty-nobody = The organisers
difficulty-illustration = illustration
difficulty-pages = Pages
difficulty-page = Page { $n }
difficulty-page-before = Page before
difficulty-page-after = Next page
difficulty-place = Place
difficulty-place-all = All places
difficulty-place-heading = { $n ->
    [one] { $x } has { $n } difficulty
   *[other] { $x } has { $n } difficulties
}
difficulty-place-many = { $x } has many difficulties
difficulty-place-none = { $x } has no difficulties
difficulty-place-empty = No difficulties of this place in your classes.
difficulty-see-answers = See published answers
difficulty-queue-none = No difficulty waits for an expert
difficulty-queue-mine = { $n } assigned to you
difficulty-queue-unassigned = { $n } with no expert yet
difficulty-partly-still = Partly resolved, the raiser is still held up
difficulty-still = The raiser is still held up: { $x }
difficulty-still-heading = What still holds the raiser up
difficulty-queue-open = Open the first, { $x }
difficulty-queue-empty = The queue is empty. New difficulties, and advice whose clauses change, will appear here.

difficulty-do-raise = Raise a difficulty
difficulty-do-paper = Enter from paper
difficulty-do-queue = Queue for experts
difficulty-do-table = Table of difficulties
difficulty-do-filter = Show
difficulty-do-send = Send the difficulty
difficulty-do-enter = Save this form
difficulty-do-enter-more = Save and enter the next
difficulty-do-join = Me too
difficulty-do-leave = I no longer have this difficulty
difficulty-do-read = Read the answer
difficulty-do-send-new = No, send mine
difficulty-do-edit = Edit
difficulty-do-back = Back
difficulty-do-clarify = Send the clarification
difficulty-do-ask = Send the question
difficulty-do-take = I take this one
difficulty-do-assign = Assign
difficulty-do-merge = Merge
difficulty-do-advise = Advise
difficulty-do-advise-more = Advise further
difficulty-do-advise-again = Rewrite the advice
difficulty-do-advise-anew = Advise anew under the new rules
difficulty-do-advise-send = Send the advice
difficulty-do-find = Find clauses
difficulty-do-confirm = Still right under the new rules
difficulty-do-escalate = Send to an authority
difficulty-do-record = Record the reply
difficulty-do-verdict = Send the verdict
difficulty-do-reopen = Reopen
difficulty-do-publish = Publish the answer
difficulty-do-publish-again = Edit the published answer
difficulty-do-unpublish = Withdraw the answer

difficulty-raise-heading = What is your commune stuck on?
difficulty-paper-heading = Enter a paper form
difficulty-raise-for = Raised for { $x }
difficulty-trainee = Who wrote the form
difficulty-text = What is the difficulty?
difficulty-text-hint = Be concrete: where, when, how much money. Typing without diacritics is fine.
difficulty-more = Add component, what was tried, what you wish
difficulty-optional = (optional)
difficulty-component = Component
difficulty-unsure = Not sure
difficulty-item = The commune's own item
difficulty-no-item = None of them
difficulty-tried = What was done, read or asked?
difficulty-tried-hint = For example: asked the district finance office, read Circular 55/2023/TT-BTC.
difficulty-wish = What you wish for
difficulty-urgent-choice = Urgent
difficulty-urgent-hint = Something must be decided during or right after the class
difficulty-anonymous-choice = Do not show my name and commune to other trainees
difficulty-anonymous-hint = Organisers and experts of the class still know, so that they can ask
difficulty-draft-restored = What you had begun to write is back.
difficulty-draft-discard = Discard the draft
difficulty-draft-offline = No connection. Go on writing; it is kept on this device.
difficulty-similar-heading = Raised before, and much like it
difficulty-offered-heading = { $n ->
    [one] { $n } difficulty is much like yours
   *[other] { $n } difficulties are much like yours
}
difficulty-offered-about = Not sent yet. If one is yours as well, just press "Me too".
difficulty-offered-about-read = There is an answer to something like it. Not sent yet: please read it first; if you are still held up, send yours.
difficulty-offered-yours = You wrote
difficulty-offered-others = Raised before

difficulty-raiser = Raised by
difficulty-raiser-hidden = Name not shown to other trainees
difficulty-raiser-anonymous = { $x } (name not shown to other trainees)
difficulty-fact-tried = Done, read or asked
difficulty-fact-wish = Wish
difficulty-details = Details
difficulty-entered-last = See the form just saved
difficulty-joined-from = Also in
difficulty-how = How
difficulty-joined = { $n ->
    [one] { $n } other has it too
   *[other] { $n } others have it too
}
difficulty-joined-places = { $n } others in { $x } places have it too
difficulty-with-expert = expert { $x }
difficulty-go-clarify = Answer the question
difficulty-go-verdict = Confirm the result
difficulty-next-merged = This difficulty was merged into
difficulty-next-clarify = The expert needs you to make something clear before answering.
difficulty-next-clarify-behalf = The raiser is asked to make it clear. If they answer by word or on paper, enter it for them.
difficulty-next-verdict = There is an advice. Please read it and say whether the difficulty is resolved.
difficulty-next-verdict-behalf = The raiser's verdict is awaited. If they give it by word or on paper, enter it for them.
difficulty-next-verdict-again = Last time you said it was partly resolved. Is it resolved by now?
difficulty-next-verdict-later = You said it is partly resolved. When it all is, please confirm it here.
difficulty-next-advise-more = Only partly resolved. Advise further, or send it to the authority above.
difficulty-next-join = Does your commune have this difficulty too?
difficulty-next-joined = You said that you have it too. The answer will be on this page.
difficulty-next-advise = This difficulty waits for advice.
difficulty-next-review = What the advice stands on has changed. Confirm it if it is still right; advise anew if not.
difficulty-next-assign = No expert has it yet. Please assign one.
difficulty-next-answer = With an authority. When its reply comes, record it below.
difficulty-next-publish = Others can use this answer. Check it, take out persons and places, and publish it.
difficulty-next-waits-raiser = Waits for the raiser to make it clear.
difficulty-next-waits-verdict = Waits for the raiser's verdict.
difficulty-next-waits-expert = Waits for an expert.
difficulty-next-waits-authority = Sent to an authority; its reply is awaited.
difficulty-clarifications = Questions to the raiser
difficulty-asks = { $x } asks
difficulty-clarify-yours = Your clarification
difficulty-clarify-behalf = The raiser's clarification
difficulty-advice-heading = Advice
difficulty-mind = Mind this
difficulty-basis = Basis
difficulty-see-document = See the document
difficulty-change-amends = { $x } amends { $y }
difficulty-change-replaces = { $x } replaces { $y }
difficulty-change-repeals = { $x } repeals { $y }
difficulty-change-what = What was changed: { $x }
difficulty-confirmed = { $x } read it again on { $y }: still right
difficulty-change-since = { $x }, from { $y }.
difficulty-change-undated = { $x }.
difficulty-review-mind = Advice written before that day may no longer be right.
difficulty-review-note = Note on the review
difficulty-sent-heading = Sent to an authority
difficulty-with-authority = { $x }, to reply by { $y }
difficulty-passed-on = { $x } has passed it on to a higher level
difficulty-answered-by = { $x } has replied
difficulty-late = Overdue
difficulty-letter = Letter { $x }
difficulty-letter-heading = The authority's reply
difficulty-letter-number = Number of the letter
difficulty-letter-text = What it says
difficulty-verdict-reason = The raiser says
difficulty-verdict-ask = Is your difficulty resolved?
difficulty-verdict-ask-behalf = Does the raiser say that it is resolved?
difficulty-verdict-say-why = Please say what is still stuck
difficulty-verdict-why = Why, and what is still stuck?
difficulty-tools = For organisers and experts
difficulty-tools-own = Other deeds
difficulty-tool-verdict = Enter the raiser's verdict
difficulty-tool-verdict-own = Say that you solved it yourselves, or no longer need it
difficulty-tool-assign = Assign an expert
difficulty-tool-ask = Ask the raiser to make it clear
difficulty-tool-merge = Merge into one that is the same
difficulty-tool-escalate = Send to an authority
difficulty-tool-unpublish = Withdraw the published answer
difficulty-tool-reopen = Reopen the difficulty
difficulty-expert = Experts of the class
difficulty-expert-fits = Of this difficulty's field
difficulty-question = What should the raiser make clear?
difficulty-question-hint = Short, one or two points at a time.
difficulty-into = Merge into
difficulty-into-hint = The raiser and those who have it too count towards that one.
difficulty-into-code = Or type its code
difficulty-level = Send to
difficulty-owner = Body that is to reply
difficulty-due = Reply by
difficulty-reason = Reason
difficulty-reopen-reason = Why should it be reopened?
difficulty-history = All that happened

difficulty-advise-heading = Advice on difficulty { $x }
difficulty-advice = Advice
difficulty-advice-hint = Answer the question first, then say how to do it. Write so that the commune can act on it.
difficulty-cite-hint = Type the clause and the number, then choose: “d14 nd27”, “khoản 3 điều 7 tt 02”. Searching does not lose what you wrote.
difficulty-asked-before = Asked: { $x }
difficulty-answered-before = Answered: { $x }
difficulty-cite-found = What was found
difficulty-cite-find = Find clauses
difficulty-cite-none = No such clause. Type a document's number, for example "điều 3 tt55".
difficulty-cite-unchecked = not checked against the text
difficulty-cite-ended = No longer in force
difficulty-cite-replaced = No longer in force, replaced by { $x }
difficulty-cite-changed = This clause was changed by { $x }
difficulty-warning = To mind
difficulty-warning-hint = For example: only where the province has issued its list.
difficulty-conflict = { $x } sent another advice while you were writing:
difficulty-conflict-published = { $x } published another text while you were writing:
difficulty-conflict-next = What you wrote is still below. Please compare; if you send it, yours replaces the one above.
difficulty-publish-heading = Publish the answer of { $x }
difficulty-publish-about = Anyone can read it: no names, no phone numbers, no commune
difficulty-publish-review = This advice needs review. The published answer will say so until that is done.
difficulty-publish-partly = The raiser says it is only partly resolved. Publish all the same?
difficulty-publish-not = The raiser says it is not resolved. Publish all the same?
difficulty-publish-escalated = An authority has still to answer. Publish all the same?
difficulty-published-question = Question
difficulty-published-hint = Rewrite it so that other places recognise their own case.
difficulty-published-answer = Answer
answers-heading = { $n ->
    [one] { $n } difficulty has an answer
   *[other] { $n } difficulties have answers
}
answers-none = No answers are published yet
answers-found = { $n ->
    [one] { $n } answer is near your question
   *[other] { $n } answers are near your question
}
answers-found-none = No answer is near this question yet
answers-about = Advice of the experts of all classes, without persons and places
answers-search = What are you stuck on?
answers-do-search = Search
answers-empty = There are none like that. Try fewer words, or raise the difficulty in your class.
answers-empty-raise = There is no such answer. Raise it in your class, and an expert will answer.
answers-all = See all answers
answers-kicker = Answer { $x }
answers-published-on = published { $x }
answers-caution = The answer follows the rules of the day it was published. Before acting on it, please check that its basis still applies.
answers-inside = See the difficulty itself

difficulty-said-raised = { $x } raised it
difficulty-said-joined = { $n ->
    [one] { $n } more has it too
   *[other] { $n } more have it too
}
difficulty-said-left = One no longer has it
difficulty-said-asked = { $x } asked
difficulty-said-clarified = { $x } made it clear
difficulty-said-merged = { $x } merged it into { $y }
difficulty-said-merged-here = { $x } was merged into this one
difficulty-said-taken = { $x } took it
difficulty-said-assigned = { $x } assigned it to { $y }
difficulty-said-advised = { $x } advised
difficulty-said-advised-again = { $x } advised anew
difficulty-said-escalated = { $x } sent it up: { $y }
difficulty-said-answered = { $x } recorded the reply, letter { $y }
difficulty-said-verdict = { $x } gave the verdict: { $y }
difficulty-said-reopened = { $x } reopened it
difficulty-said-published = { $x } published the answer
difficulty-said-unpublished = { $x } withdrew the published answer
difficulty-said-confirmed = { $x } reviewed it: the advice is still right
difficulty-said-review-opened = The rules changed; the advice needs review
difficulty-on-behalf = { $x }, on behalf of { $y },

difficulty-moved-on = This difficulty has just moved on. Please see how it stands now, above, and go on from there.
difficulty-too-long = { $x } characters; at most { $y }. Please shorten it.
difficulty-wrong-text = Please write the difficulty.
difficulty-wrong-field = Please choose the nearest field.
difficulty-wrong-trainee = Please choose the trainee of this class who wrote the form.
difficulty-wrong-component = This component is not of the class's period. Please choose again.
difficulty-wrong-item = This item is not of your place. Please choose again.
difficulty-wrong-question = Please write what to ask.
difficulty-wrong-answer = Please write the clarification.
difficulty-wrong-into = No difficulty of the project has this code.
difficulty-wrong-into-itself = A difficulty cannot be merged into itself.
difficulty-wrong-into-merged = That one was merged into another. Please choose the last one.
difficulty-wrong-expert = Please choose an expert of the class.
difficulty-wrong-advice = Please write the advice.
difficulty-wrong-cite = A cited document is no longer in the library. Please find and choose again.
difficulty-too-many-cites = Too many clauses. Please keep at most 20.
difficulty-wrong-level = Please choose who is to reply.
difficulty-wrong-owner = Please name the body that is to reply.
difficulty-wrong-reason = Please give the reason.
difficulty-wrong-due = Please give the day to reply by, for example 31/12/2018.
difficulty-wrong-due-past = The day to reply by must lie after today.
difficulty-wrong-number = Please give the number of the letter.
difficulty-wrong-letter = Please write what it says.
difficulty-wrong-verdict = Please choose one.
difficulty-wrong-verdict-reason = Please say what is still stuck, so that the experts can go on.
difficulty-wrong-reopening = Please say why it should be reopened.
difficulty-wrong-published-question = Please write the question.
difficulty-wrong-published-answer = Please write the answer.
difficulty-tells-phone = There is a telephone number in the text: { $x }. Please take it out.
difficulty-tells-name = There is a person's name in the text: { $x }. Please take it out.
difficulty-tells-place = There is a place's name in the text: { $x }. Please write "a commune".

done-difficulty-raised = The difficulty is sent. The advice will be on this page.
done-difficulty-entered = The form is saved.
done-difficulty-joined = Noted that you have it too.
done-difficulty-left = You are no longer among those who have it.
done-difficulty-asked = The question is sent to the raiser.
done-difficulty-clarified = The clarification is sent. The difficulty is back in the queue.
done-difficulty-taken = You have taken this one.
done-difficulty-assigned = Assigned.
done-difficulty-merged = Merged. This is the one that stands for both.
done-difficulty-advised = The advice is sent. The raiser will give the verdict.
done-difficulty-escalated = Sent to the authority.
done-difficulty-answered = The reply is recorded. The raiser will give the verdict.
done-difficulty-verdict-given = The verdict is recorded. Thank you.
done-difficulty-verdict-back = Recorded. The difficulty is back in the queue.
done-difficulty-reopened = Reopened. The difficulty is back in the queue.
done-difficulty-review-confirmed = Confirmed: the advice is still right.
done-difficulty-published = The answer is published.
done-difficulty-unpublished = The answer is withdrawn.
difficulty-out-of-opinion = Out of what { $y } said in session { $x }. Add what is missing: where, when, how much, what was done.
difficulty-opinion-gone = This opinion was withdrawn or has become a difficulty already
