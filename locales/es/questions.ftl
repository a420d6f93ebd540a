# Las preguntas, en el orden en que se hacen, y sus opciones.
# "other" es para quien contesta por una persona que le importa.

question-danger_now = { $who ->
  [other] ¿Le pasa algo de esto a la persona ahora, o le pasó en el último día?
 *[self] ¿Te pasa algo de esto ahora, o te pasó en el último día?
}
  .short = Signos de emergencia
  .hint = Si tienes dudas, dilo. Está bien pedir ayuda.
# Estas opciones son también la lista de signos de emergencia de cada página.
options-danger_now =
  .none = Nada de esto
  .danger_home = Recibir golpes, daño o amenazas ahora mismo
  .swallowed_drugs = Bolsas de droga en el cuerpo, tragadas o escondidas, o un niño que tomó droga, aunque todo se vea bien
  .vomiting_or_dark_urine = Vómitos que no paran, tos o vómito con sangre, orina muy oscura, o mucho dolor en los músculos o la barriga
  .pregnancy_trouble = Embarazo con sangre o líquido que sale, mucho dolor, dolor de parto, o el bebé se mueve menos
  .stopping_shakes = Dejar el alcohol, el GHB o las pastillas de cada día (para dormir o calmar los nervios), y luego: temblor, sudor, fiebre, no pensar bien o ver lo que no está
  .mind_out_of_control = Ver u oír lo que no está, sensación de persecución, estar fuera de control o con mucha confusión, o peligro de dañar a alguien
  .overheating = Cuerpo muy caliente o fiebre alta, a veces con sudor, piel seca, rigidez o confusión
  .heartbeat_faint = Desmayo, o el corazón late muy fuerte, a saltos, muy rápido o muy lento
  .stroke_signs = Cara caída, brazo débil, lengua que se traba, o de pronto un gran dolor de cabeza, no ver bien o perder el equilibrio
  .seizure = Convulsiones, aunque ya hayan pasado
  .chest_or_breathing = Dolor o presión en el pecho, también en brazo, mandíbula o espalda, o falta de aire
  .not_waking = No se despierta, tiene el cuerpo flojo, respira lento o con ronquidos, pupilas muy chicas, o labios de color azul o gris
  .declined = No lo sé

question-suicide_thoughts = { $who ->
  [other] ¿Ha hablado la persona de quitarse la vida, o temes que lo intente?
 *[self] Últimamente, ¿has pensado en quitarte la vida o en hacerte daño?
}
  .short = Pensamientos de suicidio
  .hint = { $who ->
    [other] Preguntarle no hace daño. Puedes llamar al { $crisis } a cualquier hora.
   *[self] Estos pensamientos pueden pasar, y hay ayuda. Puedes llamar al { $crisis } a cualquier hora.
  }
options-suicide_thoughts =
  .none = No
  .thoughts = Pensamientos, pero sin un plan, y capaz de mantenerse a salvo
  .plan_or_unsafe = Un plan o con qué hacerlo, un intento, o dudas de poder mantenerse a salvo
  .declined = Prefiero no decirlo

question-place = { $who ->
  [other] ¿En qué punto está la persona con la cocaína?
 *[self] ¿En qué punto estás con la cocaína?
}
  .short = En qué punto
options-place =
  .in_recovery = Tres meses o más sin consumir
  .stopped_weeks = De una semana a tres meses sin consumir, o salida reciente de una desintoxicación o un centro
  .coming_down = Una semana o menos sin consumir
  .using = El consumo sigue, a menudo o de vez en cuando

question-pattern = { $who ->
  [other] ¿Cada cuánto consume cocaína la persona?
 *[self] ¿Cada cuánto consumes cocaína?
}
  .short = Cada cuánto
  .hint = Si ya no hay consumo, piensa en cómo era antes.
options-pattern =
  .monthly = Una vez al mes o menos
  .weekly = Más o menos una vez por semana, o algunos fines de semana
  .several_weekly = De dos a cuatro días por semana
  .most_days = Casi todos los días
  .binges = De corrido, por horas o días, con poco sueño
  .declined = { -not-sure }

question-come_down = { $who ->
  [other] ¿Cómo está la persona ahora, desde la última vez que consumió?
 *[self] ¿Cómo estás ahora, desde la última vez que consumiste?
}
  .short = El bajón
  .hint = Si el consumo sigue, piensa en cuando pasa el efecto.
options-come_down =
  .little = Bien, o con muy poco malestar
  .mild = Cansancio, tristeza, hambre o ganas de consumir, pero se puede llevar
  .hard = Cuesta pasar el día: mucha tristeza, pánico, nada de sueño o muchas ganas de consumir
  .cannot_cope = No hay fuerzas para comer, beber o levantarse
  .suspicious = Sensación de que hay gente que vigila o quiere hacer daño, pero a salvo ahora
  .declined = { -not-sure }

question-other_substances = { $who ->
  [other] ¿Le pasa también algo de esto a la persona?
 *[self] ¿Te pasa también algo de esto?
}
  .short = Otras drogas, alcohol
  .hint = Cuenta también lo que se dejó en la última semana.
options-other_substances =
  .none = Nada de esto
  .opioids = Opioides: de la calle, como la heroína o el fentanilo, o en pastillas para el dolor fuerte
  .bad_withdrawal = Convulsiones, temblores o ver lo que no está, alguna vez, al dejar el alcohol o las pastillas para calmar los nervios
  .sedatives_daily = Pastillas cada día para dormir o calmar los nervios, como Xanax u otras benzos, o de la calle, o GHB
  .alcohol_daily = Alcohol cada día, o mucho alcohol casi todos los días
  .declined = { -not-sure }

question-mental_health = { $who ->
  [other] ¿Cómo van el ánimo y la mente de la persona estos días?
 *[self] ¿Cómo van tu ánimo y tu mente estos días?
}
  .short = Salud mental
options-mental_health =
  .well = Bien
  .managed = Algo de angustia o una enfermedad que ya se conoce, pero bajo control
  .disrupting = Se complica la vida diaria
  .severe = Hace falta ayuda casi todos los días
  .declined = { -not-sure }

question-physical_health = { $who ->
  [other] ¿Cómo está la salud física de la persona?
 *[self] ¿Cómo está tu salud física?
}
  .short = Salud física
options-physical_health =
  .well = Bien
  .needs_watching = Un problema de salud que no está estable y que hay que vigilar de cerca
  .serious_illness = Problemas graves de corazón, hígado o riñón, o días en el hospital hace poco
  .pregnant = Hay un embarazo, o puede haberlo
  .declined = { -not-sure }

question-next_use = { $who ->
  [other] Sin más ayuda, ¿en cuánto tiempo es probable que la persona consuma cocaína?
 *[self] Sin más ayuda, ¿en cuánto tiempo es probable que consumas cocaína?
}
  .short = Próximo consumo
options-next_use =
  .unlikely = No es probable
  .weeks = En unas semanas
  .days = En unos días
  .day = En menos de un día
  .declined = { -not-sure }

question-harm_if_use = { $who ->
  [other] Si la persona consumiera, ¿qué tan grave podría ser?
 *[self] Si consumieras, ¿qué tan grave podría ser?
}
  .short = Daño por consumir
options-harm_if_use =
  .little = No cambiaría mucho
  .losses = Pérdidas o problemas de dinero, de trabajo o con la gente
  .serious = Sobredosis, daño grave, o perder la casa o a los hijos
  .declined = { -not-sure }

question-treatment_so_far = { $who ->
  [other] ¿Qué ayuda ha tenido la persona hasta ahora?
 *[self] ¿Qué ayuda has tenido hasta ahora?
}
  .short = Ayuda hasta ahora
  .hint = Si hay más de una, elige la última.
options-treatment_so_far =
  .none = Ninguna, o solo grupos de autoayuda
  .helped = Un tratamiento que ayudó
  .outpatient_not_enough = Sesiones cada semana, pero no bastaron
  .stepping_down = Ahora termina la desintoxicación, un tiempo en un centro o un programa de día
  .iop_not_enough = Varias sesiones por semana, pero no bastaron
  .day_or_live_in_not_enough = Tratamiento de día o un tiempo en un centro, pero no bastó
  .declined = { -not-sure }

question-home = { $who ->
  [other] ¿Cómo es el hogar de la persona ahora?
 *[self] ¿Cómo es tu hogar ahora?
}
  .short = Hogar
options-home =
  .steady = Estable y seguro
  .drugs_near = Estable, pero allí o cerca se consumen drogas
  .unsteady = Sin un lugar estable donde vivir
  .unsafe = No es seguro, por violencia o amenazas
  .declined = { -not-sure }

question-support = { $who ->
  [other] En los primeros días, sobre todo de noche, ¿quién podría estar con la persona?
 *[self] En los primeros días, sobre todo de noche, ¿quién podría estar contigo?
}
  .short = Gente cerca
options-support =
  .most_nights = Alguien, casi todas las tardes y noches
  .sometimes = Alguien, de vez en cuando
  .nobody = Nadie
  .declined = { -not-sure }

question-days = { $who ->
  [other] ¿Cómo son los días de la persona?
 *[self] ¿Cómo son tus días?
}
  .short = Los días
options-days =
  .can_make_time = Puede haber tiempo para el tratamiento
  .must_keep_work_or_care = El trabajo, los estudios o cuidar de otros no pueden parar
  .cannot_stay_overnight = No es posible pasar noches fuera de casa
  .cannot_travel = Es muy difícil ir a menudo a un lugar
  .only_ready_to_talk = Por ahora, solo ganas de hablar
  .empty_days = Días vacíos, con poco que hacer
  .declined = { -not-sure }
