# What to do now. The reader may be alone, or with the person in danger.

act-stop_and_sit = { $who ->
  [other] Help them stop and sit down. Stay with them. Do not let them drive.
 *[self] Stop, sit down and rest. Ask someone to stay. Do not drive yourself.
}
act-naloxone = Give naloxone if you have it. It does no harm if no opioids were taken.
act-recovery_position = If they breathe normally, roll them on one side and stay. If not, ask on the phone how to press the chest.
act-seizure_safety = Move hard things away. Do not hold the person down or put things in the mouth. When it ends, roll them on one side.
act-note_time = Note the time the signs began. Take or give no food, drink or pills.
act-cool_down = { $who ->
  [other] Get them to a cool place and take off thick clothes. Wet and fan their skin while help comes.
 *[self] Go to a cool place and take off thick clothes. Wet and fan your skin while help comes.
}
act-calm_space = { $who ->
  [other] Keep it quiet. Speak slowly, do not argue, and give them space. If you are not safe, step away.
 *[self] Go where it is quiet, with someone you trust. Say on the phone what you see or feel.
}
act-stay_with_someone = { $who ->
  [other] Stay with them and listen. Move things away that could do harm.
 *[self] Be with someone you trust. Move away from things that could do harm.
} This can pass, and help works.
act-alcohol_sedatives_no_stop = Do not wait it out, as a seizure can follow. Say what was taken each day, and when it stopped.
act-nothing_by_mouth = Take or give no food, drink or pills until help is there. If sleepy, lie on one side.
act-hidden_bags = Get to { -er } even if all seems fine. Do not try to throw up, or make anyone do so.
act-tell_pregnant = Say how many weeks it is. That helps them care for both.
act-get_to_safety = { $who ->
  [other] Call and say where they are. Do not put yourself in danger.
 *[self] Get to a safe place with people if you can. Call as soon as you can speak.
}
act-tell_what_taken = Say what was taken, how much and when. It helps them give the right care.

# One more sign in the list on every page, and short names for the bar.
emergency-self-harm = Just tried or plans to end one's life, or may soon hurt oneself or someone
emergency-short-chest_or_breathing = chest pain
emergency-short-not_waking = will not wake
emergency-short-seizure = a seizure
emergency-short-stroke_signs = stroke signs
emergency-short-overheating = very hot
