# Palabras que cambian según la región: us (Estados Unidos, Canadá), uk (Reino Unido, Irlanda), au (Australia,
# Nueva Zelanda). Entre paréntesis queda el nombre con el que la gente de allí conoce el servicio.

-er = { $words ->
  [uk] urgencias (A&E)
  [au] urgencias (Emergency)
 *[us] la sala de emergencias
}
-doctor = { $words ->
  [uk] médico de cabecera (GP)
  [au] médico de cabecera (GP)
 *[us] médico
}
-counselor = { $words ->
  [uk] terapeuta (counsellor)
  [au] terapeuta (counsellor)
 *[us] terapeuta
}
-sober-home = { $words ->
  [uk] viviendas con apoyo (supported housing)
  [au] viviendas con apoyo (supported housing)
 *[us] casas de recuperación (sober living)
}

# La última opción de casi todas las preguntas.
-not-sure = No lo sé, o prefiero no decirlo
