//! What is typed into a form that says what is asked for.

use std::collections::BTreeMap;

use tierline_core::{
    ids::SubscriptionId,
    money::{MoneyError, Quantity},
    order_request::{NewLine, Wanted, When},
    subscription::Plan,
};

use super::{CANCEL, LICENSES, NEW, RENEW, UPGRADE};
use crate::{
    catalog::model::{order_lines, plan_of},
    error::{FieldErrors, FieldProblem, PortalError},
};

/// What is typed into a form that says what is asked for.
pub(super) struct Typed {
    pub(super) what: String,
    pub(super) subscription: String,
    /// Quantities, by the keys of lines.
    pub(super) lines: BTreeMap<String, String>,
    /// The subscriptions that add-ons are for.
    pub(super) bases: BTreeMap<String, String>,
    /// The term and the billing plan, where it is not the one of the key.
    pub(super) plans: BTreeMap<String, String>,
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
        let typed = self.lines.iter();
        let typed: BTreeMap<String, String> = typed
            .filter(|(_, quantity)| !quantity.trim().is_empty())
            .map(|(key, quantity)| (key.clone(), quantity.clone()))
            .collect();
        let lines = order_lines(&typed, &self.bases, &BTreeMap::new())?;
        let lines = lines.into_iter().map(|line| {
            let plan = match self.plans.get(&line.key().to_string()) {
                Some(code) => plan_of(code).ok_or(PortalError::Malformed)?,
                None => line.plan,
            };
            Ok(NewLine {
                sku: line.sku,
                quantity: line.quantity,
                plan,
                base: line.base,
            })
        });
        Ok(Some(Wanted::New {
            lines: lines.collect::<Result<Vec<_>, PortalError>>()?,
        }))
    }

    /// The plan; none where it stays as it is.
    fn plan(&self) -> Result<Option<Plan>, PortalError> {
        match self.plan.as_str() {
            "" => Ok(None),
            code => {
                let plan = plan_of(code);
                Ok(Some(plan.ok_or(PortalError::Malformed)?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::model::plan_code;

    const ID: &str = "01890000-0000-7000-8000-000000000384";

    fn typed(what: &str) -> Typed {
        Typed {
            what: what.to_owned(),
            subscription: ID.to_owned(),
            lines: BTreeMap::new(),
            bases: BTreeMap::new(),
            plans: BTreeMap::new(),
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
    }

    #[test]
    fn each_line_has_a_plan_and_a_base_of_its_own() {
        let (by_month, other) = (
            format!("{ID}.month-monthly"),
            "01890000-0000-7000-8000-000000000385",
        );
        let of = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
            pairs.iter().map(own).collect()
        };
        let new = Typed {
            // One field was left empty.
            lines: of(&[(ID, "25"), (by_month.as_str(), "5"), (other, " ")]),
            bases: of(&[(by_month.as_str(), other)]),
            plans: of(&[(ID, "three-years-annual")]),
            ..typed(NEW)
        };
        let Ok(Wanted::New { lines }) = new.wanted() else {
            panic!("new ones");
        };
        let plans: Vec<_> = lines.iter().map(|line| plan_code(line.plan)).collect();
        assert_eq!(plans, ["three-years-annual", "month-monthly"]);
        assert_eq!(lines[0].base, None);
        assert_eq!(lines[1].base, Some(other.parse().unwrap()));
        let wrong = Typed {
            lines: of(&[(ID, "25")]),
            plans: of(&[(ID, "forever")]),
            ..typed(NEW)
        };
        assert_eq!(wrong.wanted(), Err(PortalError::Malformed));
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
