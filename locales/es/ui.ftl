# Lo que dice la página además de las preguntas, los niveles y las reglas.

language-name = Español
language-direction = ltr
page-title = ¿Qué tipo de atención puede servir? Una guía privada sobre la cocaína
page-about = Unas preguntas sencillas y una sugerencia de atención. Nada de lo que contestas sale de tu dispositivo.

# Después de "al": así valen también los números.
any-emergency-number = número de emergencias de tu país
any-crisis-line = teléfono de crisis de tu zona

# La barra y el panel que están en todas las páginas.
bar-signs-lead = Llama ya:
bar-signs-rest = y otros signos.
bar-all-signs = Todos los signos
panel-title = Signos de emergencia
panel-lead = Llama ya al { $emergency } si pasa algo de esto:
panel-unsure = ¿Tienes dudas? Llama igual. A nadie le va a molestar si todo está bien.
panel-crisis = ¿Pensamientos de suicidio, o ya no puedes más? Llama al { $crisis }. Están ahí para ti.

# La página alrededor de las preguntas.
leave = Salir de esta página
leave-hint = Sales al instante. Pulsar tres veces la tecla Shift hace lo mismo. Tu navegador aún puede mostrar esta página en el historial.
loading = Las preguntas se están cargando.
leaflet-title = Tipos de atención
leaflet-lead = Las preguntas necesitan un navegador más nuevo, o tener activado JavaScript. Aquí están los tipos de atención, para que aun así puedas elegir un primer paso.
leaflet-first = Llama a una línea de ayuda o a un { -doctor } y pregunta cuál de estos sirve. No hace falta que sepas antes la respuesta.

start-title = Encuentra el tipo de atención que puede servir
start-lead = Unas preguntas sencillas sobre la cocaína, la salud y la vida diaria. Al final ves qué tipo de atención puede servir, y por qué.
start-length = Hasta { $total } preguntas, unos cuatro minutos. Puedes volver atrás o cambiar una respuesta cuando quieras.
start-privacy = Es privado. Tus respuestas se quedan en este dispositivo. No se envía ni se guarda nada, y todo se borra al cerrar la página.
start-not = Es un punto de partida, no es un diagnóstico. Un profesional que hable contigo puede decirte más.
start-for-whom = ¿Para quién es?
start-for-me = Para mí
start-for-other = Para alguien que me importa
start-region = ¿Dónde estás?
start-region-hint = Así verás los números correctos para llamar.
start-begin = Empezar
start-not-for-title = Cuándo esta guía no es lo que hace falta
start-not-for =
    En una emergencia: primero llama. Los signos están en esta página.
    Si tienes menos de 18 años: las reglas de esta guía son para adultos. Habla con un { -doctor }, con la enfermería de tu escuela o con una línea de ayuda.
    Si no se trata de cocaína: las preguntas son sobre la cocaína, sola o con otras drogas.
    Para un pleito o un juicio: hace falta que un profesional hable a fondo contigo.
no-region-yet = Elige un país

progress = Pregunta { $n } de { $total }
choose-one = Elige una opción.
choose-several = Elige todo lo que corresponda.
choose-signs = Marca lo que esté pasando. Te diremos al instante qué hacer.
answer-missing = Elige una respuesta para seguir.
next = Seguir
back = Atrás
back-to-answers = Volver a tus respuestas
change = Cambiar
clear = Borrar mis respuestas
clear-sure = Sí, borrarlas todas
not-answered = Sin contestar

review-title = Revisa tus respuestas
review-lead = Cambia lo que no esté bien.
review-next = Ver la sugerencia

crisis-now = { $who ->
    [other] No tienes que llevar esto a solas. Puedes llamar por la persona, o por ti, a cualquier hora.
   *[self] No tienes que llevar esto a solas. Hay alguien que puede hablar contigo ahora.
}

emergency-title = Llama ya al { $emergency }
call-emergency = Llama al { $emergency }
emergency-lead = { $who ->
    [other] Puede ser una emergencia, por lo que marcaste. La persona necesita ayuda ya. Las preguntas pueden esperar.
   *[self] Puede ser una emergencia, por lo que marcaste. Necesitas ayuda ya. Las preguntas pueden esperar.
}
emergency-because = Nos dijiste
emergency-while-waiting = Mientras llega la ayuda
emergency-unsure = ¿No sabes si es tan grave? Llama igual. Te ayudarán a decidir.
emergency-back = Fue un error, volver atrás

result-kicker = Según las respuestas, un buen punto de partida puede ser
why-title = Por qué
why-you-said = La respuesta en que se basa
why-supporting = Otras respuestas que también cuentan
why-sources = De dónde viene esto
path-title = El camino
path-first = Primer paso
path-setting = Luego, el tratamiento
path-treatment = Tratamiento
path-only = Mientras ayude
path-sustaining = Después, mientras ayude
path-now = Empieza aquí
today-title = Qué hacer hoy
path-all = Entre todos los tipos de atención, del que más ayuda da al que menos
help-title = A quién llamar y cómo encontrar un lugar
help-drugs-title = Consejos y ayuda sobre drogas
help-talk-title = Para hablar, cuando se hace difícil
help-no-drug-line = No conocemos una línea sobre drogas para toda la región ({ $name }). Pregunta a un { -doctor } o en una clínica por el servicio de ayuda sobre drogas y alcohol más cercano. Las líneas de abajo pueden ayudar a pensar qué hacer primero.
find-title = Cómo encontrar un lugar
script-title = Qué puedes decir por teléfono
script-lead = Léelo en voz alta, o dilo a tu manera.
script-more = Quizá pregunten más. Di solo lo que quieras. «Prefiero no decirlo» está bien, y puedes colgar en cualquier momento.
help-choose-region = Para ver los números, elige tu país donde la página pregunta «¿Dónde estás?»
open-in-new-tab = Abrir en otra pestaña
number-unconfirmed = Todavía no pudimos confirmar este número.
call-number = Llamar al { $name }
text-number = Mensaje al { $name }
other-language = Puede que no hablen español.
any-hour = De día y de noche.
centre-title = De este sitio web
centre-lead = Es el contacto de ese sitio. No influyó en la sugerencia.
centre-offers = Dice que ofrece lo que se sugiere aquí.
centre-ask = Pregunta si ofrece lo que se sugiere aquí.
centre-lacks = No ofrece todo lo que se sugiere aquí. Lo que no tiene:
centre-lacks-else = Los números y enlaces de arriba te pueden ayudar a hallarlo.
beside-title = También conviene
alternatives-title = Si eso no es posible por ahora
alternatives-lead = La sugerencia sigue igual, y la desintoxicación, si la hay, va primero. Para lo demás, esto es lo más cercano por ahora.
there-title = Qué pasa allí
first-day-title = El primer día allí
ask-title = Qué preguntar antes de elegir
choose-title = Cómo elegir un lugar
coming-down-title = El bajón: qué esperar y qué ayuda
coming-down-hours = Primeras horas
    .text = Cansancio, tristeza, hambre o nervios. El corazón aún puede estar bajo tensión. Con un dolor nuevo en el pecho, pide ayuda ya.
coming-down-days = Primeros días
    .text = Suele ser lo más duro. Mucho sueño o mal sueño, dolores, tristeza, mal genio y muchas ganas de consumir.
coming-down-weeks = Semanas
    .text = El sueño y las fuerzas vuelven poco a poco. Tras mucho consumo puede tardar más.
coming-down-months = Meses
    .text = La tristeza y las ganas de consumir pueden ir y venir. La alegría puede tardar en volver.
coming-down-helps-title = Qué ayuda
coming-down-get-help-title = Cuándo pedir ayuda
avoid-title = Qué evitar
naloxone-title = Naloxona y fentanilo
self-care-title = Cuidarte
helper-title = Para ti, que ayudas
helper-start-title = Cómo sacar el tema
helper-refuse-title = Si no quiere ayuda
helper-can-title = Lo que puedes hacer
helper-cannot-title = Lo que no te toca cargar
helper-care-title = Ayuda para ti
compare-title = Todos los tipos de atención, lado a lado
compare-level = Tipo de atención
compare-who = Para quién
compare-good = Lo bueno
compare-hard = Lo difícil
compare-cost = Costo y tiempo
compare-suggested = Sugerido
compare-more = El primer día, y las fuentes
changes-title = Qué cambiaría esto
changes-more = Haría falta más atención si esto fuera cierto
changes-less = Podría bastar menos atención si esto fuera cierto
again-title = Cuándo preguntar otra vez
again-lead = Las cosas cambian. Repite estas preguntas, o habla con alguien, cuando:
more-help-now-title = Pide más ayuda ya si hay
not-a-diagnosis = Esto no es un diagnóstico. Solo un profesional que hable contigo puede decidir qué es lo mejor.
footer-version = Protocolo { $name }.
footer-reviewed = Revisado por un profesional de la salud.
footer-draft = Es un borrador: aún no lo ha firmado un profesional de la salud.
footer-translation = Esta traducción aún no la ha leído ningún médico ni terapeuta.

# El archivo con las respuestas para una historia clínica; quien lo recibe lee esto primero.
fhir-note = Sobre estas respuestas
    .text = { $who ->
        [other] Contestó estas preguntas en una página web alguien a quien le importa la persona. No las hizo un profesional de la salud, y ninguno ha revisado las respuestas.
       *[self] La persona contestó estas preguntas en una página web. No las hizo un profesional de la salud, y ninguno ha revisado las respuestas.
    }

# Lo que se puede llevar: del resultado al plan y al resumen.
take-title = Para llevar
take-lead = Haz un plan para los momentos duros, o un resumen para un profesional. Tú decides qué hacer con ello.
take-plan = Hacer un plan
take-summary = Hacer un resumen
take-back = Volver a la sugerencia
take-caution = Si otras personas usan este equipo o esta impresora, pueden hallar lo que imprimes, copias o guardas. La página en sí no guarda nada.
take-print = Imprimir
take-copy = Copiar como texto
take-save = Guardar como texto
take-record = Guardar para una historia clínica (FHIR)
take-printing = Si no se abre una ventana para imprimir, copia el texto o guárdalo.
take-copied = Copiado. Puedes pegarlo donde quieras.
take-saved = Guardado. Está donde tu navegador pone lo que descarga.
take-by-hand = Aquí no se pudo. Selecciona el texto de abajo y cópialo a mano.
take-as-text = El texto para copiar
take-emergency = En una emergencia, llama al { $emergency }. ¿Ya no puedes más? Llama al { $crisis }.

plan-title = Un plan para llevar
plan-lead = { $who ->
    [other] Se suele llamar plan de prevención de recaídas. Elige lo que sirva, mejor aún con la persona.
   *[self] Se suele llamar plan de prevención de recaídas. Elige lo que te sirva. Puedes dejar partes en blanco.
}
plan-own-words = Puedes añadir tus propias palabras. Se quedan en esta página hasta que las borres o la cierres.
plan-own = En tus palabras
plan-triggers-title = Qué puede despertar las ganas
plan-emotional = Lo que se siente
plan-social = La gente
plan-environmental = Lugares y horas
plan-way = { $who ->
    [other] Lo que puedo hacer
   *[self] Lo que haré
}
plan-signs-title = Primeras señales
plan-people-title = Personas y números
plan-people-hint = Un nombre y un número, o déjalo en blanco.
plan-sheet = { $who ->
    [other] Nuestro plan
   *[self] Mi plan
}
plan-sheet-steps = Primeros pasos
plan-sheet-triggers = Qué despierta las ganas, y qué hacer
plan-sheet-signs = Primeras señales, y qué hacer
plan-sources = De dónde vienen las listas

summary-title = Resumen para un profesional
summary-lead = Muestra tus respuestas y la sugerencia. Enséñalo solo a quien tú elijas.
summary-date = Fecha, escrita a mano: ____________________
summary-suggestion = Qué se sugirió
summary-answers = Preguntas y respuestas
