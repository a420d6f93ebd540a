# What the interface says besides questions, levels and rules.

language-name = English
language-direction = ltr
page-title = Which care may fit? A private check about cocaine
page-about = A few plain questions, and a suggestion for care. Nothing you answer leaves your device.

any-emergency-number = your emergency number
any-crisis-line = your local crisis line

# The bar and the panel that stand on every page.
bar-signs-lead = Call now:
bar-signs-rest = and other signs.
bar-all-signs = All signs
panel-title = Emergency signs
panel-lead = Call { $emergency } right now for any of these:
panel-unsure = Not sure? Call anyway. No one will mind if all is well.
panel-crisis = Thoughts of suicide, or too much to bear? Call { $crisis }. They are there for you.

# The page around the questions.
leave = Leave this page
leave-hint = Leaves at once. Pressing Shift three times does the same. Your browser may still list this page in its history.
loading = The questions are loading.
leaflet-title = Kinds of care
leaflet-lead = The questions need a newer browser, or scripts switched on. Here are the kinds of care, so you can still choose a first step.
leaflet-first = Call a helpline or a { -doctor } to ask which of these fits. You do not need to know the answer first.

start-title = Find the kind of care that may fit
start-lead = Some plain questions about cocaine, health and daily life. At the end you see which kind of care may fit, and why.
start-length = Up to { $total } questions, about four minutes. Go back or change an answer at any time.
start-privacy = Private. Your answers stay on this device. Nothing is sent or saved, and closing the page forgets them.
start-not = A place to begin, not a diagnosis. A trained person who talks with you can tell more.
start-for-whom = Whom is this for?
start-for-me = Me
start-for-other = Someone I care about
start-region = Where are you?
start-region-hint = So that the numbers to call are right.
start-begin = Start
start-not-for-title = When this check is not the right tool
start-not-for =
    In an emergency: call first. The signs are on this page.
    Under 18: the rules here are made for adults. Talk to a { -doctor }, a school nurse or a helpline.
    When cocaine plays no part: the questions are made for cocaine, alone or with other drugs.
    To settle a dispute or a court case: only a full talk with a trained person can do that.
no-region-yet = Choose a country

progress = Question { $n } of { $total }
choose-one = Choose one.
choose-several = Choose all that fit.
choose-signs = Tick any that fits. We will show at once what to do.
answer-missing = Choose an answer to go on.
next = Continue
back = Back
back-to-answers = Back to your answers
change = Change
clear = Clear my answers
clear-sure = Yes, clear them all
not-answered = Not answered yet

review-title = Check your answers
review-lead = Change any answer that is not right.
review-next = See the suggestion

crisis-now = { $who ->
    [other] You do not have to carry this alone. You can call for them, or for yourself, at any time.
   *[self] You do not have to carry this alone. Someone is there to talk with you now.
}

emergency-title = Call { $emergency } now
call-emergency = Call { $emergency }
emergency-lead = { $who ->
    [other] What you ticked can be an emergency. They need help right now, before any more questions.
   *[self] What you ticked can be an emergency. You need help right now, before any more questions.
}
emergency-because = You told us
emergency-while-waiting = While help is on the way
emergency-unsure = Not sure it is that bad? Call anyway. They will help you decide.
emergency-back = This was a mistake, go back

result-kicker = From the answers, a good place to start may be
why-title = Why
why-you-said = The answer behind it
why-supporting = Other answers that point to care
why-sources = Where this comes from
path-title = The way ahead
path-first = First step
path-setting = Then treatment
path-treatment = Treatment
path-only = For as long as it helps
path-sustaining = Then, for as long as it helps
path-now = Start here
today-title = What to do today
path-all = Among all kinds of care, from the most help to the least
help-title = Who to call, and how to find a place
help-drugs-title = For drug advice and care
help-talk-title = To talk, when it gets hard
help-no-drug-line = We know of no single drug line for all of { $name }. Ask a { -doctor } or a clinic for the drug and alcohol service near home. The lines below can help you think about what to do first.
find-title = How to find a place
script-title = What you can say on the phone
script-lead = Read it out, or say it your own way.
script-more = They may ask more. Say only what you want to. “I would rather not say” is fine, and you can end the call at any time.
help-choose-region = To see the numbers, choose your country where this page asks “Where are you?”
open-in-new-tab = Open in a new tab
number-unconfirmed = We could not confirm this number yet.
call-number = Call { $name }
text-number = Text { $name }
any-hour = Day and night.
other-language = They may not speak English.
centre-title = From the site you are on
centre-lead = This is the contact of that site itself. It had no say in the suggestion.
centre-offers = It says that it offers what is suggested here.
centre-ask = Ask if it offers what is suggested here.
centre-lacks = It does not offer all that is suggested here. What it does not have:
centre-lacks-else = The numbers and links above can help you find that.
beside-title = Also worth having
alternatives-title = If that cannot work for now
alternatives-lead = The suggestion stays, and detox still comes first if it is named. For the rest, this plan comes closest for now.
there-title = What happens there
first-day-title = The first day there
ask-title = What to ask before you choose
choose-title = How to choose a place
coming-down-title = Coming down: what to expect and what helps
coming-down-hours = First hours
    .text = Tired, low, hungry or on edge. The heart can still be under strain, so new chest pain needs help at once.
coming-down-days = First days
    .text = Often the hardest time. Much sleep or bad sleep, aches, low mood, a short temper and strong cravings.
coming-down-weeks = Weeks
    .text = Sleep and energy come back bit by bit. After heavy use it can take longer.
coming-down-months = Months
    .text = Low mood and cravings can still come and go. Joy can take time to return.
coming-down-helps-title = What helps
coming-down-get-help-title = When to get help
avoid-title = What to avoid
naloxone-title = Naloxone and fentanyl
self-care-title = Looking after yourself
helper-title = For you as the helper
helper-start-title = How to bring it up
helper-refuse-title = If they do not want help
helper-can-title = What you can do
helper-cannot-title = What is not yours to carry
helper-care-title = Help for you
compare-title = All kinds of care, side by side
compare-level = Kind of care
compare-who = For whom
compare-good = Good sides
compare-hard = Hard sides
compare-cost = Cost and time
compare-suggested = Suggested
compare-more = The first day, and sources
changes-title = What would change this
changes-more = More care would fit if this were true
changes-less = Less care could be enough if this were true
again-title = When to ask again
again-lead = Things change. Do this check again, or talk to someone, when:
more-help-now-title = Get more help right away for
not-a-diagnosis = This is not a diagnosis. Only a trained person who talks with you can decide what is right.
footer-version = Protocol { $name }.
footer-reviewed = Reviewed by a clinician.
footer-draft = Draft: no clinician has signed it yet.
footer-translation = No clinician has read this translation yet.

# The file with the answers for a health record; a clinic reads this first.
fhir-note = About these answers
    .text = { $who ->
        [other] Someone who cares about the person answered these questions on a web page. No clinician asked them, and none has checked the answers.
       *[self] The person answered these questions on a web page. No clinician asked them, and none has checked the answers.
    }

# What can be taken along: from the result to the plan and the summary.
take-title = Take it with you
take-lead = Make a plan for hard moments, or a summary to show to a professional. You choose what is done with it.
take-plan = Make a plan
take-summary = Make a summary
take-back = Back to the suggestion
take-caution = On a shared phone, computer or printer, others may find what you print, copy or save. This page itself keeps nothing.
take-print = Print
take-copy = Copy as text
take-save = Save as a text file
take-record = Save for a health record (FHIR)
take-printing = If no print window opens, copy the text or save it.
take-copied = Copied. You can paste it where you want it.
take-saved = Saved. It is where your browser keeps what it downloads.
take-by-hand = This did not work here. Mark the text below and copy it by hand.
take-as-text = The text to copy
take-emergency = In an emergency, call { $emergency }. Too much to bear? Call { $crisis }.

plan-title = A plan to take along
plan-lead = { $who ->
    [other] Many call this a relapse prevention plan. Pick what fits, best of all together with them.
   *[self] Many call this a relapse prevention plan. Pick what fits you. You can leave out any part.
}
plan-own-words = You can add words of your own. They stay on this page until you clear or close it.
plan-own = In your own words
plan-triggers-title = What can set off a craving
plan-emotional = Feelings
plan-social = People
plan-environmental = Places and times
plan-way = { $who ->
    [other] What I can do then
   *[self] What I will do then
}
plan-signs-title = Early warning signs
plan-people-title = People and numbers
plan-people-hint = A name and a number, or leave it blank.
plan-sheet = { $who ->
    [other] Our plan
   *[self] My plan
}
plan-sheet-steps = First steps
plan-sheet-triggers = What can set it off, and what to do
plan-sheet-signs = Warning signs, and what to do
plan-sources = Where the lists come from

summary-title = Summary for a professional
summary-lead = This shows your answers and the suggestion. Show it only to people you choose.
summary-date = Date, filled in by hand: ____________________
summary-suggestion = What was suggested
summary-answers = Questions and answers
