//! What an import did, in words.

use crate::{
    catalog::{
        command::{Import, ImportSheet, Imported},
        store::Compared,
    },
    cli::{Report, counted},
};

/// After a simple price list.
pub(super) fn of_list(import: &Import, compared: Compared) -> Report {
    let prices: usize = import
        .listed
        .iter()
        .map(|product| product.prices.len())
        .sum();
    let products = import.listed.len();
    let Compared {
        new,
        changed,
        same,
        kept,
    } = compared;
    let what = format!(
        "{} with {}",
        counted(products, "product"),
        counted(prices, "price")
    );
    let mut how = format!("{new} new, {changed} changed, {same} unchanged");
    if kept > 0 {
        how.push_str("; what was decided in the portal stays: ");
        how.push_str(&counted(
            usize::try_from(kept).unwrap_or(usize::MAX),
            "product",
        ));
    }
    Report::of(if import.dry_run {
        format!("nothing was written because of --dry-run; this would import {what}: {how}")
    } else {
        format!("imported {what}: {how}")
    })
}

/// After the program's price sheet.
pub(super) fn of_sheet(import: &ImportSheet, imported: &Imported) -> Report {
    let markets: Vec<&str> = import.wanted.markets.iter().map(|it| it.code()).collect();
    let mut lines = vec![format!(
        "price sheet for {}, {}: {} of {}; skipped {} for other markets or segments",
        markets.join(", "),
        import.wanted.segment,
        counted(import.sheet.prices.len(), "price"),
        counted(import.sheet.products.len(), "product"),
        counted(import.sheet.passed_over, "line"),
    )];
    let Imported {
        new,
        changed,
        ended,
        same,
        new_products,
        told,
        kept,
        ambiguous,
    } = imported;
    lines.push(format!(
        "{new} new, {changed} changed, {ended} ended, {same} unchanged; {}",
        counted(*new_products, "new product")
    ));
    lines.extend(told.iter().map(|change| format!("  {change}")));
    let more = (new + changed + ended).saturating_sub(told.len());
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    lines.extend(kept.iter().map(|decision| format!("  {decision}")));
    if *ambiguous > 0 {
        lines.push(format!(
            "not shown in the catalog because markets with the same currency have different prices: {}",
            counted(*ambiguous, "price")
        ));
    }
    if import.dry_run {
        lines.push("nothing was written because of --dry-run".to_owned());
    }
    Report::of(lines.join("\n"))
}
