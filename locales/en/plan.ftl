# The plan to take along. Triggers, ways to cope, warning signs and people; protocol/plan.toml lists them.

plan-trigger-stress = Stress or worry
plan-trigger-low_mood = Feeling low or lonely
plan-trigger-boredom = Boredom, or empty time
plan-trigger-craving = A strong craving out of nowhere
plan-trigger-worn_out = No sleep, hunger, being worn out
plan-trigger-offer = Someone offers it or pushes for it
plan-trigger-party = A party or bar where it is around
plan-trigger-people = Certain people from times of use
plan-trigger-places = Places from times of use
plan-trigger-things = Things that bring it to mind
plan-trigger-times = A set time, such as Friday night

plan-way-breathe = { $who ->
    [other] Sit down with them and breathe slowly.
   *[self] Breathe slowly until it fades.
}
plan-way-walk = { $who ->
    [other] Go for a walk with them.
   *[self] Go for a walk.
}
plan-way-distract = { $who ->
    [other] Do something with them: music, a show, a game.
   *[self] Do something else: music, a book, a show.
}
plan-way-call = { $who ->
    [other] Let them know they can call at any hour.
   *[self] Call someone I trust.
}
plan-way-write = { $who ->
    [other] Ask how they feel, and listen.
   *[self] Write down what I feel.
}
plan-way-rest = { $who ->
    [other] Make a meal, and keep the evening calm.
   *[self] Eat something, and go to bed early.
}
plan-way-group = { $who ->
    [other] Offer to go to a group with them.
   *[self] Go to a group, or join one online.
}
plan-way-plan_time = { $who ->
    [other] Plan something together for that time.
   *[self] Plan something else for that time.
}
plan-way-say_no = { $who ->
    [other] Try out with them how to say no.
   *[self] Say no, in words I have tried out.
}
plan-way-leave = { $who ->
    [other] Agree on a sign that means: let us go.
   *[self] Leave at once, with my own way home.
}
plan-way-stay_away = { $who ->
    [other] Meet them somewhere else.
   *[self] Stay away from there for now.
}
plan-way-no_contact = { $who ->
    [other] Offer to help block those numbers.
   *[self] Block their numbers.
}
plan-way-other_way = { $who ->
    [other] Find another way home with them.
   *[self] Take another way.
}
plan-way-put_away = { $who ->
    [other] Offer to help get rid of them.
   *[self] Get rid of them, with help.
}

plan-sign-tense = On edge, worried or short of temper
    .do = { $who ->
        [other] Ask gently what is going on. Offer a calm hour.
       *[self] Slow down and rest. Talk to someone.
    }
plan-sign-cravings = Strong cravings
    .do = { $who ->
        [other] Look at this plan together, and stay near.
       *[self] Do what this plan says. Call someone before I act.
    }
plan-sign-skipping = Skipping groups or visits
    .do = { $who ->
        [other] Ask why, without blame. Offer to go along.
       *[self] Ask myself why. Book the next one today.
    }
plan-sign-old_ways = Back to old places or people
    .do = { $who ->
        [other] Say what you see, and look at this plan together.
       *[self] Read this plan again, and change what does not work.
    }
plan-sign-one_time = The thought that one time will do no harm
    .do = { $who ->
        [other] Listen, stay calm, and ask who can help tonight.
       *[self] Tell someone about the thought at once.
    }

plan-person-trusted = { $who ->
    [other] Someone they trust
   *[self] Someone I trust
}
plan-person-check_in = { $who ->
    [other] Someone who takes turns with me
   *[self] Someone who checks in on me
}
plan-person-professional = { $who ->
    [other] Their therapist, { -doctor } or group
   *[self] My therapist, { -doctor } or group
}

plan-remember = { $who ->
    [other] A setback is a reason to change the plan, not to give up. Go over it together every week. Keep it where they can find it. After a break the body can take less than before.
   *[self] A setback is a reason to change the plan, not to give up. Go over it every week with someone you trust. Keep it where you can find it. After a break the body can take less than before.
}
