//! A line of a price sheet, in parsed types.

use std::fmt;

use iso_currency::Currency;

use super::LineProblem;
use crate::{
    Timestamp,
    market::Country,
    term::{Billing, Term},
};

/// A product and one of its SKUs, as the program names them: `CFQ7TTC0LH18:0001`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OfferId(String);

impl OfferId {
    /// From the two columns of the sheet.
    ///
    /// # Errors
    /// [`LineProblem::Product`] or [`LineProblem::Sku`].
    ///
    /// ```
    /// use tierline_core::catalog::sheet::OfferId;
    /// assert_eq!(OfferId::new("cfq7ttc0lh18", "0001").unwrap().as_str(), "CFQ7TTC0LH18:0001");
    /// let dropped = OfferId::new("CFQ7TTC0LH18", "1").unwrap_err().to_string();
    /// assert!(dropped.contains("zeros"), "{dropped}");
    /// ```
    pub fn new(product: &str, sku: &str) -> Result<OfferId, LineProblem> {
        let is_id = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if product.len() != 12 || !is_id(product) {
            return Err(LineProblem::Product(product.to_owned()));
        }
        if sku.len() != 4 || !is_id(sku) {
            return Err(LineProblem::Sku(sku.to_owned()));
        }
        Ok(OfferId(format!("{product}:{sku}").to_ascii_uppercase()))
    }

    /// From the form in which it is stored.
    ///
    /// # Errors
    /// As [`OfferId::new`].
    pub fn parse(text: &str) -> Result<OfferId, LineProblem> {
        let (product, sku) = text.split_once(':').unwrap_or((text, ""));
        OfferId::new(product, sku)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The kind of customers that a price is for, such as commercial or education; in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Segment(String);

impl Segment {
    /// The segment of this name, in upper or lower case.
    ///
    /// # Errors
    /// [`LineProblem::Segment`] for anything but 1 to 40 letters, spaces and hyphens.
    pub fn parse(text: &str) -> Result<Segment, LineProblem> {
        let name = text.trim();
        let allowed = |byte: u8| byte.is_ascii_alphabetic() || byte == b' ' || byte == b'-';
        if name.is_empty() || name.len() > 40 || !name.bytes().all(allowed) {
            return Err(LineProblem::Segment(text.to_owned()));
        }
        Ok(Segment(name.to_ascii_lowercase()))
    }

    /// Whether the catalog shows its prices. One segment's are shown, because the catalog is the same for all
    /// customers.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.0 == "commercial"
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The length of a term as ISO 8601 has it, which the sheet and the database use.
#[must_use]
pub const fn term_code(term: Term) -> &'static str {
    match term {
        Term::Month => "P1M",
        Term::Year => "P1Y",
        Term::ThreeYears => "P3Y",
    }
}

/// The term with this code.
///
/// # Errors
/// [`LineProblem::Term`].
pub fn term(text: &str) -> Result<Term, LineProblem> {
    [Term::Month, Term::Year, Term::ThreeYears]
        .into_iter()
        .find(|term| term_code(*term).eq_ignore_ascii_case(text))
        .ok_or_else(|| LineProblem::Term(text.to_owned()))
}

/// How the price of a term is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BillingPlan {
    /// A part every month.
    Monthly,
    /// A part every twelve months.
    Annual,
    /// All at once, for three years.
    Triennial,
    /// Not by a plan: at once.
    None,
}

impl BillingPlan {
    /// Every plan.
    pub const ALL: [BillingPlan; 4] = [
        BillingPlan::Monthly,
        BillingPlan::Annual,
        BillingPlan::Triennial,
        BillingPlan::None,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BillingPlan::Monthly => "monthly",
            BillingPlan::Annual => "annual",
            BillingPlan::Triennial => "triennial",
            BillingPlan::None => "none",
        }
    }

    /// The same for a subscription.
    ///
    /// ```
    /// use tierline_core::{catalog::sheet::BillingPlan, term::Billing};
    /// assert_eq!(BillingPlan::Triennial.billing(), Billing::Once);
    /// ```
    #[must_use]
    pub const fn billing(self) -> Billing {
        match self {
            BillingPlan::Monthly => Billing::Monthly,
            BillingPlan::Annual => Billing::Annual,
            BillingPlan::Triennial | BillingPlan::None => Billing::Once,
        }
    }

    /// The plan of this name, in upper or lower case.
    ///
    /// # Errors
    /// [`LineProblem::Plan`].
    pub fn parse(text: &str) -> Result<BillingPlan, LineProblem> {
        BillingPlan::ALL
            .into_iter()
            .find(|plan| plan.code().eq_ignore_ascii_case(text))
            .ok_or_else(|| LineProblem::Plan(text.to_owned()))
    }
}

/// An exact amount in any currency of ISO 4217: a sheet has more of them than products are sold in so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// In the currency's smallest unit.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Amount {
    /// Reads an amount: digits, and after a point at most as many as the currency has, zeros aside.
    ///
    /// # Errors
    /// [`LineProblem::DecimalComma`] or [`LineProblem::Amount`].
    ///
    /// ```
    /// use tierline_core::catalog::sheet::{Amount, currency};
    /// let yen = currency("JPY")?;
    /// assert_eq!(Amount::parse("1250.00", yen)?.minor, 1250);
    /// assert!(Amount::parse("1250.5", yen).is_err());
    /// assert!(Amount::parse("184,32", currency("EUR")?).unwrap_err().to_string().contains("comma"));
    /// # Ok::<(), tierline_core::catalog::sheet::LineProblem>(())
    /// ```
    pub fn parse(text: &str, currency: Currency) -> Result<Amount, LineProblem> {
        let wrong = || LineProblem::Amount {
            text: text.to_owned(),
            currency: currency.code(),
        };
        if text.contains(',') {
            return Err(LineProblem::DecimalComma(text.to_owned()));
        }
        let digits = usize::from(currency.exponent().unwrap_or_default());
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let part = match part.split_at_checked(digits) {
            Some((part, zeros)) if zeros.bytes().all(|byte| byte == b'0') => part,
            Some(_) => return Err(wrong()),
            None => part,
        };
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || text.ends_with('.') || !are_digits(whole) || !are_digits(part) {
            return Err(wrong());
        }
        let minor = format!("{whole}{part:0<digits$}")
            .parse()
            .map_err(|_| wrong())?;
        Ok(Amount { minor, currency })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = usize::from(self.currency.exponent().unwrap_or_default());
        let minor = format!("{:0>width$}", self.minor, width = digits + 1);
        let (whole, part) = minor.split_at(minor.len() - digits);
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{} {whole}{point}{part}", self.currency.code())
    }
}

/// The currency with this code of ISO 4217. Precious metals and the like, which have no smallest unit, are none.
///
/// # Errors
/// [`LineProblem::Currency`].
pub fn currency(code: &str) -> Result<Currency, LineProblem> {
    Currency::from_code(&code.to_ascii_uppercase())
        .filter(|currency| currency.exponent().is_some())
        .ok_or_else(|| LineProblem::Currency(code.to_owned()))
}

/// The number of licenses from which on, and up to which, a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tier {
    /// The smallest number.
    pub from: u32,
    /// The largest number; none if there is none.
    pub to: Option<u32>,
}

/// The identity of a price: of two lines with the same one, the later file's replaces the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PriceKey {
    /// The product.
    pub offer: OfferId,
    /// Where it is sold, by its two letters.
    pub market: &'static str,
    /// The kind of customers.
    pub segment: Segment,
    /// The length of the term.
    pub term: &'static str,
    /// How it is billed.
    pub plan: BillingPlan,
    /// The first number of licenses.
    pub tier_from: u32,
    /// The currency's code.
    pub currency: &'static str,
    /// From when on it is valid.
    pub starts: Timestamp,
}

/// The price of one license of a product for a whole term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// The product.
    pub offer: OfferId,
    /// Where it is sold.
    pub market: Country,
    /// The kind of customers.
    pub segment: Segment,
    /// The term.
    pub term: Term,
    /// How it is billed.
    pub plan: BillingPlan,
    /// The numbers of licenses that it is for.
    pub tier: Tier,
    /// From when on it is valid.
    pub starts: Timestamp,
    /// Until when, exclusive; none if that is open.
    pub ends: Option<Timestamp>,
    /// The partner pays this.
    pub partner: Amount,
    /// The retail price that the program suggests, in the same currency.
    pub retail: Option<Amount>,
}

impl Price {
    /// Its identity.
    #[must_use]
    pub fn key(&self) -> PriceKey {
        PriceKey {
            offer: self.offer.clone(),
            market: self.market.code(),
            segment: self.segment.clone(),
            term: term_code(self.term),
            plan: self.plan,
            tier_from: self.tier.from,
            currency: self.partner.currency.code(),
            starts: self.starts,
        }
    }

    /// Whether it is valid at this moment.
    #[must_use]
    pub fn is_valid(&self, now: Timestamp) -> bool {
        self.starts <= now && self.ends.is_none_or(|ends| now < ends)
    }

    /// Whether it is valid neither at this moment nor later.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends
            .is_some_and(|ends| ends <= now || ends <= self.starts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn amounts_are_exact(minor in 0..=i64::MAX, code in prop::sample::select(vec!["EUR", "JPY", "SGD", "KWD", "TWD"]), zeros in 0..5usize) {
            let amount = Amount { minor, currency: currency(code).unwrap() };
            let written = amount.to_string();
            let text = written.split_once(' ').unwrap().1;
            prop_assert_eq!(Amount::parse(text, amount.currency), Ok(amount));
            if text.contains('.') {
                let longer = format!("{text}{}", "0".repeat(zeros));
                prop_assert_eq!(Amount::parse(&longer, amount.currency), Ok(amount));
            }
        }

        #[test]
        fn any_text_is_an_amount_or_is_refused(text: String) {
            let _ = Amount::parse(&text, currency("EUR").unwrap());
            let _ = OfferId::parse(&text);
            let _ = Segment::parse(&text);
            let _ = currency(&text);
        }
    }

    #[test]
    fn what_is_no_amount() {
        let euro = currency("eur").unwrap();
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "+1",
            "1e3",
            "1.234",
            "12 000",
            "€5",
            "１",
            "99999999999999999999",
        ] {
            assert!(Amount::parse(text, euro).is_err(), "{text}");
        }
        for text in ["5,30", "1,935.36"] {
            let Err(LineProblem::DecimalComma(_)) = Amount::parse(text, euro) else {
                panic!("{text}")
            };
        }
        assert!(currency("XAU").is_err() && currency("EURO").is_err());
        assert_eq!(Amount::parse("5.3", euro).unwrap().to_string(), "EUR 5.30");
    }

    #[test]
    fn terms_and_plans_have_codes() {
        assert_eq!(
            ["p1m", "P1Y", "P3Y"].map(|code| term(code).unwrap().months()),
            [1, 12, 36]
        );
        assert!(term("P2Y").is_err() && term("").is_err());
        for plan in BillingPlan::ALL {
            assert_eq!(BillingPlan::parse(&plan.code().to_uppercase()), Ok(plan));
        }
        assert_eq!(
            BillingPlan::ALL.map(BillingPlan::billing),
            [
                Billing::Monthly,
                Billing::Annual,
                Billing::Once,
                Billing::Once
            ]
        );
    }
}
