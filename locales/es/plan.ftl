# El plan para llevar. Desencadenantes, maneras de afrontar, señales y personas; protocol/plan.toml los enumera.

plan-trigger-stress = Estrés o preocupación
plan-trigger-low_mood = Tristeza o soledad
plan-trigger-boredom = Aburrimiento o tiempo vacío
plan-trigger-craving = Muchas ganas, sin saber por qué
plan-trigger-worn_out = Falta de sueño, hambre, cansancio
plan-trigger-offer = Alguien ofrece o insiste
plan-trigger-party = Una fiesta o un bar donde se consume
plan-trigger-people = Personas con quienes consumía
plan-trigger-places = Lugares donde consumía
plan-trigger-things = Cosas que recuerdan el consumo
plan-trigger-times = Una hora fija, como el viernes por la noche

plan-way-breathe = { $who ->
    [other] Sentarme a su lado y respirar despacio.
   *[self] Respirar despacio hasta que pase.
}
plan-way-walk = { $who ->
    [other] Salir a caminar con la persona.
   *[self] Salir a caminar.
}
plan-way-distract = { $who ->
    [other] Hacer algo con la persona: música, una serie, un juego.
   *[self] Hacer otra cosa: música, un libro, una serie.
}
plan-way-call = { $who ->
    [other] Decirle que puede llamarme a cualquier hora.
   *[self] Llamar a alguien de confianza.
}
plan-way-write = { $who ->
    [other] Preguntar cómo se siente, y escuchar.
   *[self] Escribir lo que siento.
}
plan-way-rest = { $who ->
    [other] Hacer de comer y pasar una noche tranquila.
   *[self] Comer algo y acostarme temprano.
}
plan-way-group = { $who ->
    [other] Ofrecer ir a un grupo con la persona.
   *[self] Ir a un grupo, o entrar a uno en línea.
}
plan-way-plan_time = { $who ->
    [other] Planear algo con la persona para esa hora.
   *[self] Planear otra cosa para esa hora.
}
plan-way-say_no = { $who ->
    [other] Ensayar con la persona cómo decir que no.
   *[self] Decir que no, con palabras ya ensayadas.
}
plan-way-leave = { $who ->
    [other] Acordar una señal que diga: vámonos.
   *[self] Irme enseguida y volver por mi cuenta.
}
plan-way-stay_away = { $who ->
    [other] Ver a la persona en otro lugar.
   *[self] No ir por ahora.
}
plan-way-no_contact = { $who ->
    [other] Ofrecer ayuda para bloquear esos números.
   *[self] Bloquear sus números.
}
plan-way-other_way = { $who ->
    [other] Buscar con la persona otro camino a casa.
   *[self] Ir por otro camino.
}
plan-way-put_away = { $who ->
    [other] Ofrecer ayuda para sacarlas de la casa.
   *[self] Sacarlas de la casa, con ayuda.
}

plan-sign-tense = Nervios, preocupación o mal genio
    .do = { $who ->
        [other] Preguntar con calma qué pasa. Ofrecer una hora tranquila.
       *[self] Parar y descansar. Hablar con alguien.
    }
plan-sign-cravings = Muchas ganas de consumir
    .do = { $who ->
        [other] Mirar este plan con la persona, y quedarme cerca.
       *[self] Hacer lo que dice este plan. Llamar a alguien antes de actuar.
    }
plan-sign-skipping = Faltar a grupos o citas
    .do = { $who ->
        [other] Preguntar por qué, sin culpar. Ofrecer ir con la persona.
       *[self] Preguntarme por qué. Pedir hoy la próxima cita.
    }
plan-sign-old_ways = Volver a los lugares o la gente de antes
    .do = { $who ->
        [other] Decir lo que veo, y mirar este plan con la persona.
       *[self] Leer otra vez este plan, y cambiar lo que no sirve.
    }
plan-sign-one_time = La idea de que una sola vez no hace daño
    .do = { $who ->
        [other] Escuchar con calma, y ver quién puede ayudar esta noche.
       *[self] Contarle esa idea a alguien enseguida.
    }

plan-person-trusted = { $who ->
    [other] Alguien de su confianza
   *[self] Alguien de mi confianza
}
plan-person-check_in = { $who ->
    [other] Alguien que se turna conmigo
   *[self] Alguien que pregunta cómo estoy
}
plan-person-professional = { $who ->
    [other] Su terapeuta, su { -doctor } o su grupo
   *[self] Mi terapeuta, mi { -doctor } o mi grupo
}

plan-remember = { $who ->
    [other] Un tropiezo es una razón para cambiar el plan, no para dejarlo. Mírenlo cada semana. Que esté donde lo pueda hallar. Tras una pausa el cuerpo aguanta menos que antes.
   *[self] Un tropiezo es una razón para cambiar el plan, no para dejarlo. Míralo cada semana con alguien de confianza. Ponlo donde lo puedas hallar. Tras una pausa el cuerpo aguanta menos que antes.
}
