# Los niveles de atención, del menos al más intenso.

-not-alone = { $who ->
  [other] Si la persona consume, pídele que no lo haga a solas.
 *[self] Si consumes, no lo hagas a solas.
}
-someone-stays = { $who ->
  [other] Quédate con la persona, o busca a quien pueda, hasta que empiece la atención.
 *[self] Pide a alguien que se quede contigo hasta que empiece la atención.
}
-long-wait = ¿Hay mucha espera? Los grupos y las líneas de ayuda pueden empezar hoy.

level-recovery_support = Apoyo continuo en la recuperación
  .plain = Apoyo para seguir bien
  .what = Sesiones, grupos y citas de seguimiento que ayudan a seguir bien. Suele venir después del tratamiento.
  .who = Personas que llevan un tiempo bien, o que acaban de terminar un tratamiento.
  .good =
    Hace más fácil volver a la vida diaria.
    La gente que ya pasó por esto puede dar esperanza.
  .hard =
    Dura años, y muchas veces toda la vida.
    Puede ser muy poco si el consumo vuelve a estar cerca.
  .there =
    Sesiones con un { -counselor }, a solas o en grupo.
    Grupos de apoyo mutuo, como Cocaína Anónimos.
    Citas de seguimiento, y un repaso de las medicinas.
  .first-day =
    En un primer grupo basta con escuchar. Nadie tiene que hablar.
    Alguien saluda y cuenta cómo funciona el grupo.
    En la primera sesión con un { -counselor } se habla de lo que ayuda y de lo que cuesta.
    Pregunta a quién se puede llamar entre reuniones.
  .cost = La mayoría de los grupos son gratis. Las sesiones pueden tener costo. Piensa en una o dos horas por semana.
  .today =
    Elige un grupo, cerca o por internet, y anota el día y la hora.
    { $who ->
      [other] Pregúntale cómo está, y escucha.
     *[self] Dile cómo estás a alguien que te apoye.
    }
    ¿Hay un { -counselor } o una clínica de antes? Pide una cita.
    Escribe dos señales de que el consumo está cerca, y a quién llamar entonces.

level-outpatient = Tratamiento ambulatorio
  .plain = Citas cada semana, viviendo en casa
  .what = Citas con un { -counselor } o en una clínica, una o dos veces por semana.
  .who = Personas con síntomas más leves, buen apoyo y ganas de seguir un plan.
  .good =
    El trabajo, los estudios y la vida en casa siguen.
    Cuesta menos que casi todas las demás opciones.
    A muchas personas les sirve tanto como vivir en un centro.
  .hard =
    Hace falta voluntad para seguir el plan entre citas.
    Hay menos apoyo que en otras opciones.
  .there =
    Citas con personal médico o de enfermería.
    Terapia, a solas o en grupo.
  .first-day =
    La primera cita es sobre todo una charla: el consumo, la salud, el ánimo y la casa.
    Basta con contar lo que se quiera. Se puede preguntar quién verá lo que se diga.
    Puede haber un chequeo corto y una prueba de drogas, para planear la atención.
    Al final hay un plan: la próxima cita, y qué hacer hasta entonces.
  .cost = Suele ser lo que menos cuesta. Pregunta qué parte paga el seguro o la salud pública.
  .today =
    Llama a una línea de ayuda sobre drogas o a un { -doctor } y pide una primera cita.
    { -long-wait }
    { $who ->
      [other] Ofrece ir con la persona.
     *[self] Cuéntale el plan a alguien de confianza.
    }
    Planea las próximas dos noches: dónde estar, con quién, y qué hacer si llegan las ganas de consumir.
    { -not-alone }

level-iop = Programa ambulatorio intensivo (IOP)
  .plain = Varias sesiones por semana, viviendo en casa
  .what = Unas horas cada vez, tres o más días por semana.
  .who = Personas que necesitan más que una cita por semana y siguen con su trabajo o su familia. También es un paso al salir de un programa de día o de un centro.
  .good =
    Muchas veces el horario se puede ajustar al trabajo o la familia.
    Lo que se aprende se prueba en casa el mismo día.
  .hard =
    Da menos apoyo que el tratamiento de día.
    No hay atención por la noche.
  .there =
    Grupos y sesiones a solas con un profesional.
    Formas de manejar las ganas de consumir y de decir que no.
  .first-day =
    El personal pregunta por el consumo, la salud, el ánimo y la casa, como en una primera cita larga.
    Puede haber un chequeo y una prueba de drogas, para planear la atención.
    Dicen qué días se reúne el grupo y quién lo dirige.
    A veces el primer grupo es ese mismo día. Basta con escuchar.
  .cost = Más que las citas semanales, y menos que vivir en un centro. Suele durar dos o tres meses.
  .today =
    Llama a una línea de ayuda sobre drogas o a un { -doctor } y pide un programa intensivo (IOP), con varias sesiones por semana.
    Pide también un chequeo del corazón, el ánimo y la salud.
    { -long-wait }
    { -not-alone }

level-php = { $words ->
  [uk] Hospital de día o programa de día (PHP)
  [au] Hospital de día o programa de día (PHP)
 *[us] Hospitalización parcial (PHP)
}
  .plain = Tratamiento de día, durmiendo en casa
  .what = Atención casi todo el día, casi todos los días. Las noches se pasan en casa.
  .who = Quien necesita ayuda cada día y tiene un lugar seguro donde dormir.
  .good =
    Da mucha ayuda, y las noches son en casa.
    A muchas personas les sirve tanto como vivir en un centro, y cuesta menos.
  .hard =
    Hace falta una casa segura por la noche.
    Deja poco tiempo para el trabajo o los estudios.
  .there =
    Grupos, sesiones en privado y nuevas habilidades.
    Atención a la salud mental y al consumo, muchas veces con un médico.
  .first-day =
    El personal repasa la salud, el ánimo y las medicinas. Puede estar un médico o alguien de enfermería.
    Cuentan cómo es un día: grupos, sesiones, comidas y pausas.
    Puede haber una prueba de drogas, para planear la atención.
    Antes de salir hay un plan para la tarde, la noche y la vuelta a casa.
  .cost = Menos que vivir en un centro, y más que unas pocas sesiones por semana. Suele durar unas semanas.
  .today =
    Llama a una línea de ayuda sobre drogas o a un { -doctor } y pide un tratamiento de día que empiece pronto.
    { -long-wait }
    { -someone-stays }
    Ten cerca un teléfono cargado. Llama al { $crisis } si se hace muy difícil.

level-inpatient = Internación o tratamiento residencial
  .plain = Vivir en un centro, con atención día y noche
  .what = Un lugar donde vivir un tiempo, con personal de día y de noche. En algunos hay personal médico o de enfermería, así que pregunta.
  .who = Personas con problemas graves de salud física o mental, o sin una casa segura y estable.
  .good =
    Hay ayuda a cualquier hora.
    Está lejos de la gente y los lugares del consumo.
    Cada día tiene un plan claro.
  .hard =
    Puede costar mucho.
    Es mucho tiempo lejos de la casa, el trabajo y la familia.
    A la larga, no siempre logra más que el tratamiento de día.
  .there =
    Grupos, sesiones en privado y nuevas habilidades.
    Planes para después de la estancia.
  .first-day =
    Hay que llevar algo de ropa, las medicinas en su caja y una identificación.
    El personal repasa la salud, el ánimo y las medicinas. Puede revisar las maletas.
    Hay una cama, una comida y alguien que cuenta cómo son los días.
    Pregunta cuándo se puede llamar y recibir visitas. Algunos lugares guardan el teléfono los primeros días.
    Hay tiempo para descansar antes de empezar los grupos.
  .cost = Suele ser lo que más cuesta. Pregunta qué parte paga el seguro o la salud pública. Dura de semanas a meses.
  .today =
    Llama a una línea de ayuda sobre drogas o a un { -doctor } y pregunta dónde habrá pronto una cama.
    { -someone-stays }
    Ten cerca un teléfono cargado. { -not-alone }

level-detox = Desintoxicación con supervisión médica
  .plain = Ayuda médica para pasar el bajón
  .what = Es apoyo médico mientras pasa el bajón, como primer paso. Luego sigue el tratamiento.
  .who = No todo el mundo la necesita. Ayuda a quien deja el alcohol, los sedantes o los opioides de cada día. También en el embarazo, con una enfermedad grave, con un bajón muy fuerte o si hay peligro al estar a solas.
  .good =
    El personal cuida la salud y alivia lo más duro.
    Allí es más seguro dejar el alcohol o los sedantes.
    El tratamiento empieza con calma.
  .hard =
    Es solo el comienzo. Después hace falta un tratamiento.
    Si solo es cocaína, mucha gente no la necesita.
  .there =
    Control del corazón, la presión, el ánimo y el sueño.
    Medicinas, si un médico cree que van a ayudar.
  .first-day =
    Un médico o alguien de enfermería pregunta qué se consumió, cuánto y cuándo. Decir la verdad protege.
    Miden el corazón, la presión, la temperatura y el ánimo, y lo repiten de día y de noche.
    Una medicina puede aliviar lo más duro. Para la cocaína misma no hay ninguna.
    Hay descanso, comida y calma.
    El personal empieza a planear la atención que sigue.
  .cost = Suele durar unos días. El costo varía, así que pregunta qué parte paga el seguro o la salud pública.
  .today =
    Llama hoy a un { -doctor } y pide una desintoxicación médica. Una línea de ayuda sobre drogas puede decir dónde.
    Nada de dejar de golpe el alcohol de cada día, ni las pastillas para dormir o calmar los nervios. Un médico puede decir cómo.
    { -someone-stays }
    Ten cerca un teléfono cargado. Llama al { $emergency } si aparece un signo de emergencia.

level-emergency = { $words ->
  [uk] Urgencias (A&E)
  [au] Urgencias (Emergency)
 *[us] Sala de emergencias
}
  .plain = Ayuda ahora mismo
  .what = Atención inmediata ante un peligro para la vida o la salud, en el hospital o en ambulancia.
  .who = Personas con un signo de emergencia, aunque al final no sea nada.
  .good =
    Puede salvar una vida.
    Atiende de día y de noche.
  .hard =
    Dura poco, y no trata el consumo de drogas.
    Puede haber espera.
  .there =
    Revisan el corazón, la respiración, la temperatura y la mente.
    Tratan lo que no puede esperar.
  .first-day =
    El personal ve qué tan urgente es. Pasa antes quien está peor.
    Preguntan qué se consumió y cuándo. Lo preguntan para poder ayudar.
    Revisan el corazón y la respiración, y a veces sacan sangre.
    Se puede pedir que alguien se quede cerca.
    Si algo empeora en la espera, hay que decirlo ya al personal.
  .cost = Lleva unas horas, una noche o más. No esperes por miedo al costo.
  .today =
    Llama al { $emergency } ahora.
    { -someone-stays }
    Dile al personal qué se consumió. Así pueden dar la atención correcta.
    Antes de volver a casa, pregunta qué atención sigue.
