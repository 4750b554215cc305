//! Everything that is wrong with a form, told at once.

use tierline_core::{
    market::Country,
    text::{AddressLine, TextError},
};

use super::{FieldError, FieldProblem};

/// The fields of a form that are wrong, so far.
#[derive(Debug, Default)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// The text, or none and its field among the wrong ones.
    pub fn text<T>(&mut self, field: &str, parsed: Result<T, TextError>) -> Option<T> {
        parsed
            .map_err(|error| self.0.push(FieldError::of_text(field, error)))
            .ok()
    }

    /// A country by its code.
    pub fn country(&mut self, field: &str, code: &str) -> Option<Country> {
        let problem = if code.trim().is_empty() {
            FieldProblem::Empty
        } else {
            FieldProblem::UnknownCountry
        };
        Country::parse(code)
            .map_err(|_| self.wrong(field, problem))
            .ok()
    }

    /// The lines of a postal address, at least one. Lines without anything in them are none.
    pub fn address(&mut self, field: &str, text: &str) -> Option<Vec<AddressLine>> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let mut parsed = Vec::new();
        for line in lines {
            parsed.push(self.text(field, AddressLine::parse(line))?);
        }
        if parsed.is_empty() {
            self.wrong(field, FieldProblem::Empty);
            return None;
        }
        Some(parsed)
    }

    /// This field is wrong for this reason.
    pub fn wrong(&mut self, field: impl Into<String>, problem: impl Into<FieldProblem>) {
        self.0.push(FieldError::new(field, problem));
    }

    /// What was parsed, if all of it was right.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn finish<T>(self, parsed: Option<T>) -> Result<T, Vec<FieldError>> {
        match parsed {
            Some(parsed) if self.0.is_empty() => Ok(parsed),
            _ => Err(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::text::EmailAddress;

    use super::*;

    #[test]
    fn each_wrong_field_is_told_with_what_is_wrong_in_it() {
        let mut errors = FieldErrors::default();
        assert_eq!(errors.country("home", " "), None);
        assert_eq!(errors.country("away", "XX"), None);
        assert!(errors.country("country", "tw").is_some());
        let mail = errors.text("mail", EmailAddress::parse("jörg@contoso.example"));
        errors.wrong("box", FieldProblem::NotTicked);
        let told = FieldError {
            found: Some('ö'),
            ..FieldError::new("mail", FieldProblem::EmailCharacter)
        };
        assert_eq!(
            errors.finish(mail),
            Err(vec![
                FieldError::new("home", FieldProblem::Empty),
                FieldError::new("away", FieldProblem::UnknownCountry),
                told,
                FieldError::new("box", FieldProblem::NotTicked),
            ])
        );
        assert_eq!(FieldErrors::default().finish(Some(1)), Ok(1));
    }
}
