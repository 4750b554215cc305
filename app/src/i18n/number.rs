//! Numbers and amounts of money. All three languages group by thousands with a comma and use a decimal point.

/// "1,234,567".
#[must_use]
pub fn number(n: impl Into<i128>) -> String {
    let n = n.into();
    let digits = n.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        grouped.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "USD 1,234.50": an amount in the currency's smallest unit, of which `decimals` digits are the fraction.
#[must_use]
pub fn money(currency: &str, smallest_units: i64, decimals: u32) -> String {
    let scale = 10_i64.saturating_pow(decimals);
    let sign = if smallest_units < 0 { "-" } else { "" };
    let whole = number((smallest_units / scale).saturating_abs());
    if decimals == 0 {
        return format!("{currency} {sign}{whole}");
    }
    let fraction = (smallest_units % scale).unsigned_abs();
    format!(
        "{currency} {sign}{whole}.{fraction:0width$}",
        width = decimals as usize
    )
}

/// "1234.50" in every language, for programs that read a file: no currency, and nothing between the thousands.
#[must_use]
pub fn plain_amount(smallest_units: i64, decimals: u32) -> String {
    let scale = 10_u64.saturating_pow(decimals);
    let sign = if smallest_units < 0 { "-" } else { "" };
    let all = smallest_units.unsigned_abs();
    if decimals == 0 {
        return format!("{sign}{all}");
    }
    format!(
        "{sign}{}.{:0width$}",
        all / scale,
        all % scale,
        width = decimals as usize
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(
            [0, 999, 1_000, -1_234_567].map(number),
            ["0", "999", "1,000", "-1,234,567"]
        );
    }

    #[test]
    fn programs_read_amounts_without_commas() {
        let all = [(123_450, 2), (-5, 2), (-1_200, 0), (i64::MIN, 0)];
        assert_eq!(
            all.map(|(units, decimals)| plain_amount(units, decimals)),
            ["1234.50", "-0.05", "-1200", "-9223372036854775808"]
        );
    }

    #[test]
    fn money_keeps_its_fraction() {
        assert_eq!(money("USD", 123_450, 2), "USD 1,234.50");
        assert_eq!(money("USD", -5, 2), "USD -0.05");
        assert_eq!(money("JPY", 1_200, 0), "JPY 1,200");
    }
}
