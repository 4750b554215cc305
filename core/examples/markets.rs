//! Prints the countries that a partner of one country may sell to, with the currency of each.
//!
//! `cargo run -p tierline-core --example markets -- TW`

use tierline_core::market::{Country, same_region};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = Country::parse(&std::env::args().nth(1).unwrap_or_else(|| "TW".to_owned()))?;
    println!(
        "a partner in {home} sells in the region `{}`:",
        home.region()
    );
    for country in Country::all().filter(|country| same_region(home, *country)) {
        match country.currency() {
            Some(currency) => println!("  {country}  {currency}"),
            None => println!("  {country}  nothing is sold here"),
        }
    }
    Ok(())
}
