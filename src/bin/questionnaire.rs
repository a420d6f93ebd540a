//! Prints the FHIR Questionnaire as JSON.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match care_check::take::questionnaire::questionnaire() {
        Ok(form) => {
            println!("{form:#}");
            std::process::ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("error: {problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
