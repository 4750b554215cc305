//! What is typed into a form that says what is asked for.

use std::collections::BTreeMap;

use tierline_core::{
    ids::SubscriptionId,
    money::{MoneyError, Quantity},
    order_request::{NewLine, Wanted, When},
    subscription::Plan,
};

use super::{CANCEL, LICENSES, NEW, RENEW, UPGRADE};
use crate::error::{FieldErrors, FieldProblem, PortalError};

/// What is typed into a form that says what is asked for.
pub(super) struct Typed {
    pub(super) what: String,
    pub(super) subscription: String,
    pub(super) lines: BTreeMap<String, String>,
    pub(super) from: String,
    pub(super) quantity: String,
    pub(super) product: String,
    pub(super) plan: String,
    pub(super) when: String,
}

impl Typed {
    /// What it says, or every field that is wrong.
    pub(super) fn wanted(self) -> Result<Wanted, PortalError> {
        let mut errors = FieldErrors::default();
        let wanted = self.parsed(&mut errors)?;
        Ok(errors.finish(wanted)?)
    }

    fn parsed(&self, errors: &mut FieldErrors) -> Result<Option<Wanted>, PortalError> {
        if self.what == NEW {
            return self.new_ones();
        }
        let subscription: SubscriptionId = crate::backend::parse::id(&self.subscription)?;
        let when = match self.when.as_str() {
            "" => When::Now,
            code => code.parse().map_err(|_| PortalError::Malformed)?,
        };
        Ok(match self.what.as_str() {
            LICENSES => {
                let from = self.from.parse().map_err(|_| PortalError::Malformed)?;
                let to = match Quantity::parse(&self.quantity) {
                    Ok(quantity) => Some(quantity.get()),
                    Err(error) => {
                        let problem = match error {
                            MoneyError::TooLarge => FieldProblem::QuantityOutside,
                            _ => FieldProblem::NotANumber,
                        };
                        errors.wrong("quantity", problem);
                        None
                    }
                };
                to.map(|to| Wanted::Quantity {
                    subscription,
                    from,
                    to,
                    when,
                })
            }
            UPGRADE => {
                let to = crate::backend::parse::optional_id(&self.product)?;
                if to.is_none() {
                    errors.wrong("product", FieldProblem::Empty);
                }
                to.map(|to| Wanted::Upgrade {
                    subscription,
                    to,
                    when,
                })
            }
            RENEW => Some(Wanted::Renew {
                subscription,
                plan: self.plan()?,
            }),
            CANCEL => Some(Wanted::Cancel { subscription }),
            _ => return Err(PortalError::Malformed),
        })
    }

    fn new_ones(&self) -> Result<Option<Wanted>, PortalError> {
        let typed = crate::backend::parse::by_sku(self.lines.clone());
        let typed: BTreeMap<String, String> = typed
            .into_iter()
            .filter(|(_, quantity)| !quantity.trim().is_empty())
            .collect();
        let plan = self.plan()?.unwrap_or(Plan::DEFAULT);
        let lines = crate::catalog::model::quantities(&typed)?;
        let lines = lines.into_iter().map(|(sku, quantity)| NewLine {
            plan,
            ..NewLine::of(sku, quantity)
        });
        Ok(Some(Wanted::New {
            lines: lines.collect(),
        }))
    }

    /// The plan; none where it stays as it is.
    fn plan(&self) -> Result<Option<Plan>, PortalError> {
        match self.plan.as_str() {
            "" => Ok(None),
            code => {
                let plan = crate::subscription::model::plan_of(code);
                Ok(Some(plan.ok_or(PortalError::Malformed)?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01890000-0000-7000-8000-000000000384";

    fn typed(what: &str) -> Typed {
        Typed {
            what: what.to_owned(),
            subscription: ID.to_owned(),
            lines: BTreeMap::new(),
            from: "25".to_owned(),
            quantity: "30".to_owned(),
            product: ID.to_owned(),
            plan: String::new(),
            when: String::new(),
        }
    }

    #[test]
    fn fields_become_what_is_asked_for() {
        let licenses = typed(LICENSES).wanted();
        assert!(matches!(
            licenses,
            Ok(Wanted::Quantity {
                from: 25,
                to: 30,
                when: When::Now,
                ..
            })
        ));
        let later = Typed {
            when: "at_renewal".to_owned(),
            ..typed(UPGRADE)
        };
        assert!(matches!(
            later.wanted(),
            Ok(Wanted::Upgrade {
                when: When::AtRenewal,
                ..
            })
        ));
        let longer = Typed {
            plan: "three-years-annual".to_owned(),
            ..typed(RENEW)
        };
        assert!(matches!(
            longer.wanted(),
            Ok(Wanted::Renew { plan: Some(_), .. })
        ));
        assert!(matches!(typed(CANCEL).wanted(), Ok(Wanted::Cancel { .. })));
        let lines = [
            (format!("sku-{ID}"), "25".to_owned()),
            (
                "sku-01890000-0000-7000-8000-000000000385".to_owned(),
                " ".to_owned(),
            ),
        ];
        let new = Typed {
            lines: lines.into(),
            ..typed(NEW)
        };
        assert!(matches!(new.wanted(), Ok(Wanted::New { lines }) if lines.len() == 1));
    }

    #[test]
    fn wrong_fields_are_named() {
        for wrong in ["-1", "2.5", "many", "0", "", "999999999999"] {
            let licenses = Typed {
                quantity: wrong.to_owned(),
                ..typed(LICENSES)
            };
            assert!(
                matches!(licenses.wanted(), Err(PortalError::Invalid(_))),
                "{wrong}"
            );
        }
        let upgrade = Typed {
            product: String::new(),
            ..typed(UPGRADE)
        };
        assert!(matches!(upgrade.wanted(), Err(PortalError::Invalid(_))));
        assert_eq!(typed("steal").wanted(), Err(PortalError::Malformed));
    }
}
