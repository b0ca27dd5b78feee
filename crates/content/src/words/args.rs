//! Values for the variables of a message.

use domain::{Form, instrument::Tenths};
use fluent_bundle::{FluentArgs, FluentValue, types::FluentNumber, types::FluentNumberOptions};

/// Values by the name of the variable, without `$`.
///
/// ```
/// use content::Args;
/// use domain::Form;
///
/// let args = Args::new().with("name", "An").with("count", 3).form(Form::U);
/// # drop(args);
/// ```
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a text (`&str`, `String`) or a number of any type as `$key`. A number chooses plural forms.
    #[must_use]
    pub fn with(mut self, key: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.0.set(key, value);
        self
    }

    /// With a mark of one decimal as `$key`, always written with its decimal: `6,0`.
    #[must_use]
    pub fn tenths(self, key: &'a str, tenths: Tenths) -> Self {
        let options = FluentNumberOptions { minimum_fraction_digits: Some(1), ..FluentNumberOptions::default() };
        self.with(key, FluentValue::Number(FluentNumber::new(f64::from(tenths.get()) / 10.0, options)))
    }

    /// With how the resident is spoken to as `$form`: `u` or `je`.
    #[must_use]
    pub fn form(self, form: Form) -> Self {
        self.with("form", form.name())
    }

    pub(crate) const fn as_fluent(&self) -> &FluentArgs<'a> {
        &self.0
    }
}
