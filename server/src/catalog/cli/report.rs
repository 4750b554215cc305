//! What an import did, in words.

use crate::{
    catalog::{
        command::{Import, ImportSheet, Imported},
        store::Compared,
    },
    cli::Report,
};

/// After a simple price list.
pub(super) fn of_list(import: &Import, compared: Compared) -> Report {
    let prices: usize = import
        .listed
        .iter()
        .map(|product| product.prices.len())
        .sum();
    let products = import.listed.len();
    let Compared { new, changed, same } = compared;
    let what = format!("{products} products with {prices} prices");
    let how = format!("{new} new, {changed} changed, {same} as before");
    Report::of(if import.dry_run {
        format!("nothing was written, because of --dry-run; it would import {what}: {how}")
    } else {
        format!("{what} imported: {how}")
    })
}

/// After the program's price sheet.
pub(super) fn of_sheet(import: &ImportSheet, imported: &Imported) -> Report {
    let markets: Vec<&str> = import.wanted.markets.iter().map(|it| it.code()).collect();
    let mut lines = vec![format!(
        "price sheet for {}, {}: {} prices of {} products; {} lines for other markets or segments passed over",
        markets.join(", "),
        import.wanted.segment,
        import.sheet.prices.len(),
        import.sheet.products.len(),
        import.sheet.passed_over,
    )];
    let Imported {
        new,
        changed,
        ended,
        same,
        new_products,
        told,
        ambiguous,
    } = imported;
    lines.push(format!(
        "{new} new, {changed} changed, {ended} ended, {same} as before; {new_products} new products"
    ));
    lines.extend(told.iter().map(|change| format!("  {change}")));
    let more = (new + changed + ended).saturating_sub(told.len());
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    if *ambiguous > 0 {
        lines.push(format!(
            "{ambiguous} prices are not shown in the catalog, because markets with one currency have different ones"
        ));
    }
    if import.dry_run {
        lines.push("nothing was written, because of --dry-run".to_owned());
    }
    Report::of(lines.join("\n"))
}
