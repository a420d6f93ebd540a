//! What a visitor can take along.

pub mod fhir;
mod json;

#[cfg(not(target_arch = "wasm32"))]
pub mod questionnaire;
