//! What is wrong with a price sheet, as any import tells it.

use super::{LineProblem, SheetProblem};
use crate::import::{Problem, Wanted, beginning};

impl SheetProblem {
    /// The problem with its line, which is none for the whole file.
    pub(super) fn told(&self) -> (u64, Problem) {
        let column = |name: &str| name.to_owned();
        match self {
            SheetProblem::File(problem) => problem.told(),
            SheetProblem::Csv(why) => (1, Problem::Unreadable { why: why.clone() }),
            SheetProblem::SeveralLines => (
                1,
                Problem::Unclosed {
                    column: String::new(),
                },
            ),
            SheetProblem::MissingColumn(name) => (
                1,
                Problem::ColumnMissing {
                    column: column(name),
                },
            ),
            SheetProblem::ColumnTwice(name) => (
                1,
                Problem::ColumnTwice {
                    column: beginning(name),
                },
            ),
            SheetProblem::NothingFor {
                markets,
                segment,
                others,
                more,
            } => {
                let wanted = format!("{} {segment}", markets.join(", "));
                let more = if *more > 0 { ", …" } else { "" };
                let found = format!("{}{more}", others.join(", "));
                (0, Problem::NothingFor { wanted, found })
            }
        }
    }
}

impl From<&LineProblem> for Problem {
    fn from(problem: &LineProblem) -> Problem {
        let empty = |column: &str| Problem::Empty {
            column: column.to_owned(),
        };
        match problem {
            LineProblem::Csv(why) => Problem::Unreadable { why: why.clone() },
            LineProblem::Nowhere => empty("Market / Segment"),
            LineProblem::SeveralLines(column) => Problem::Unclosed {
                column: beginning(column),
            },
            LineProblem::Market(text) => Problem::invalid("Market", text, Wanted::Market),
            LineProblem::Empty(column) => empty(column),
            LineProblem::Name => Problem::invalid("SkuTitle", "", Wanted::Name),
            LineProblem::Product(text) => Problem::invalid("ProductId", text, Wanted::Product),
            LineProblem::Sku(text) => Problem::invalid("SkuId", text, Wanted::Sku),
            LineProblem::Segment(text) => Problem::invalid("Segment", text, Wanted::Segment),
            LineProblem::Term(text) => Problem::invalid("TermDuration", text, Wanted::Term),
            LineProblem::Plan(text) => Problem::invalid("BillingPlan", text, Wanted::Plan),
            LineProblem::Currency(text) => Problem::invalid("Currency", text, Wanted::Currency),
            LineProblem::DecimalComma(text) => Problem::Comma {
                text: beginning(text),
            },
            LineProblem::Amount { text, currency } => {
                Problem::invalid(currency, text, Wanted::Price)
            }
            LineProblem::Count { column, text } => Problem::invalid(column, text, Wanted::Licenses),
            LineProblem::TierEndsBelow => Problem::Below {
                column: "PricingTierRangeMax".to_owned(),
                other: "PricingTierRangeMin".to_owned(),
            },
            LineProblem::Date { column, text } => Problem::invalid(column, text, Wanted::Date),
            LineProblem::EndsBeforeStart => Problem::Below {
                column: "EffectiveEndDate".to_owned(),
                other: "EffectiveStartDate".to_owned(),
            },
            LineProblem::Twice { earlier } => Problem::Twice {
                text: "ProductId, SkuId".to_owned(),
                line: *earlier,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        catalog::sheet::{Segment, Wanted, read},
        import::Problem,
    };

    /// The command line names the first ones; a page names all.
    #[test]
    fn every_wrong_line_is_told() {
        let head = "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,\
            EffectiveStartDate,EffectiveEndDate,ERP Price,Segment\n";
        let line = "CFQ7TTC0LH18,1,Basic,P1M,Monthly,TW,TWD,1,2026-01-01,2026-12-31,2,Commercial\n";
        let wanted = Wanted {
            markets: ["TW".parse().unwrap()].into(),
            segment: Segment::parse("Commercial").unwrap(),
        };
        let problems = read(&format!("{head}{}", line.repeat(70)), &wanted).unwrap_err();
        let told: Vec<_> = problems.all().collect();
        assert_eq!(told.len(), 70);
        assert_eq!((told[0].0, told[69].0), (2, 71));
        let sku = Problem::invalid("SkuId", "1", crate::import::Wanted::Sku);
        assert!(told.iter().all(|(_, problem)| *problem == sku));
        let problems = read("ProductId,SkuId,SkuId\n", &wanted).unwrap_err();
        assert!(problems.all().all(|(line, _)| line == 1));
        let missing = Problem::ColumnMissing {
            column: "TermDuration".to_owned(),
        };
        assert!(problems.all().any(|(_, problem)| problem == missing));
    }
}
