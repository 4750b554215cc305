//! The statement of a month as a document.

use std::collections::HashMap;

use tierline_app::{
    error::PortalError,
    i18n::{Lang, date, date_time, money, number, year_month},
    list::model::ListQuery,
    portal::PortalResult,
    subscription::{
        model::statement::{
            MOST_IN_A_DOCUMENT, OfSubscription, StatementLine, StatementPage, grouped,
        },
        words::{detail, statement as words},
    },
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SubscriptionId},
    money::Money,
    subscription::Total,
};
use tokio::sync::Semaphore;

use super::query::statement;
use crate::{
    organization::query::failed,
    pdf::{Fonts, Pdf, Script},
    pipeline::Call,
};

/// One is written at a time: each holds two large fonts in memory, and many lines.
static TURN: Semaphore = Semaphore::const_new(1);

/// The statement that this address asks for: the name of the file, and its bytes. One with more lines than a document
/// has is there only as a page and as a file of lines.
pub(crate) async fn document(call: Call, query: ListQuery) -> PortalResult<(String, Vec<u8>)> {
    call.actor()?;
    let most = usize::try_from(MOST_IN_A_DOCUMENT).map_err(failed)?;
    let mut read = call.read().await?;
    let page = statement::whole(&mut read, &query, most).await?;
    let now = read.now();
    drop(read);
    if page.lines.total > MOST_IN_A_DOCUMENT {
        return Err(PortalError::NotFound);
    }
    let name = format!("statement-{}", page.month);
    let fonts = Fonts::of(&call.state.config.fonts);
    let lang = call.language;
    let turn = TURN.acquire().await.map_err(failed)?;
    // Fonts are large files, and a long statement has many lines: no other request waits for that.
    let write = move || set(lang, page, now).write(&fonts);
    let written = tokio::task::spawn_blocking(write).await;
    drop(turn);
    let bytes = written.map_err(failed)?.map_err(failed)?;
    Ok((name, bytes))
}

fn set(lang: Lang, page: StatementPage, now: Timestamp) -> Pdf {
    let script = match lang {
        Lang::ZhHans => Script::Simplified,
        Lang::En | Lang::ZhHant => Script::Traditional,
    };
    let name = year_month(lang, page.starts);
    let title = format!("{} · {name}", words::statement(lang));
    let mut pdf = Pdf::new(title.clone(), lang.tag(), script).footer(title);
    if let Some(customer) = &page.customer {
        pdf.paragraph(words::of_customer(lang, &customer.name));
    }
    if let Some(reseller) = &page.reseller {
        pdf.paragraph(words::with_reseller(lang, &reseller.name));
    }
    pdf.paragraph(words::made(lang, date_time(lang, now)));
    if page.is_open {
        pdf.paragraph(words::is_open(lang, date(lang, page.ends)));
    }
    pdf.rule();
    for total in &page.totals {
        sum(lang, &mut pdf, words::due(lang), total);
    }
    if page.totals.is_empty() {
        pdf.paragraph(words::nothing(lang));
    }
    let sums = sums(&page);
    let of = |customer: OrganizationId, subscription: Option<SubscriptionId>| {
        let found = sums.get(&(customer, subscription));
        found.map_or(&[][..], Vec::as_slice)
    };
    for group in grouped(page.lines.rows) {
        let customer = group.customer.id;
        pdf.heading(group.customer.name.to_string());
        for it in group.subscriptions {
            let totals = of(customer, Some(it.id));
            subscription(lang, &mut pdf, it, totals);
        }
        for total in of(customer, None) {
            sum(lang, &mut pdf, words::sum_of_customer(lang), total);
        }
        pdf.rule();
    }
    pdf
}

/// What each customer and each subscription comes to. A long statement has as many of these as lines: looking through
/// all of them for each would take longer than writing it.
type Sums = HashMap<(OrganizationId, Option<SubscriptionId>), Vec<Total>>;

fn sums(page: &StatementPage) -> Sums {
    let mut sums = Sums::new();
    for sum in &page.sums {
        let of = (sum.customer, sum.subscription);
        sums.entry(of).or_default().push(sum.total);
    }
    sums
}

fn subscription(lang: Lang, pdf: &mut Pdf, of: OfSubscription, totals: &[Total]) {
    pdf.paragraph(format!("{} · {}", of.product, of.id));
    for line in &of.lines {
        pdf.pair(
            detail::for_reason(lang, line.charge.reason),
            told(lang, line),
        );
    }
    for total in totals {
        sum(lang, pdf, words::sum_of_subscription(lang), total);
    }
}

/// A line: what it is for, how it is calculated, and what comes of it.
fn told(lang: Lang, line: &StatementLine) -> String {
    let charge = &line.charge;
    let period = words::from_to(
        lang,
        date(lang, charge.from),
        date(lang, charge.period.ends),
    );
    let days = detail::days_of(lang, charge.days, charge.period.days());
    let quantity = number(charge.quantity.get());
    let how = words::line_of(lang, quantity, amount(charge.price), days);
    let sum = amount(charge.amount);
    format!("{} · {period} · {how}\n{sum}", line.product)
}

fn sum(lang: Lang, pdf: &mut Pdf, label: &str, total: &Total) {
    let (charged, credited) = (amount(total.charged), amount(total.credited));
    let due = amount(total.due);
    let parts = format!(
        "{due} ({} {charged}, {} {credited})",
        words::charged(lang),
        words::credited(lang),
    );
    pdf.pair(label, parts);
}

fn amount(of: Money) -> String {
    money(
        of.currency.code(),
        of.minor,
        u32::from(of.currency.minor_units()),
    )
}
