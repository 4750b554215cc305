//! A customer of the cloud platform that its provider and a reseller serve together, and that lets the reseller
//! administer for some time only.

use chrono::TimeDelta;
use tierline_app::{i18n::Lang::En, portal::all::*, relationship::model::EndDates};
use tierline_core::subscription::{Billing, Plan, Term};

use super::{RELECLOUD, WIDE_WORLD, acts::Asks::Both};
use crate::demo::{
    DemoError,
    stage::{Stage, step},
};

const CUSTOMER: &str = "Fincher Architects";

/// Half a year ago: the customer, with a plan of the cloud platform and licenses.
pub(super) async fn given(stage: &Stage) -> Result<(), DemoError> {
    let invited = stage
        .sent(
            "Lena Hoffmann",
            196,
            Both(WIDE_WORLD),
            "office@fincher-architects.example",
            En,
        )
        .await?;
    stage
        .joined(
            &invited,
            195,
            CUSTOMER,
            "fincherarchitects",
            "NL",
            "Noor Fincher",
        )
        .await?;
    let plan = |term, billing| Plan { term, billing };
    let lines = [
        ("ZAVA00000004:0001", 1, plan(Term::Month, Billing::Monthly)),
        ("ZAVA00000001:0001", 12, plan(Term::Year, Billing::Monthly)),
    ];
    let customer = stage.founder(CUSTOMER, 194).await?.organization;
    stage
        .ordered_by_plan("Pieter Visser", 194, customer, Some(RELECLOUD), &lines)
        .await
}

/// Some days ago: the right to administer ends in less than a month.
pub(super) async fn dated(stage: &Stage) -> Result<(), DemoError> {
    let acting = stage.founder(CUSTOMER, 3).await?;
    let what = || step(format!("{CUSTOMER} gives rights an end"));
    let id = stage.relationship(RELECLOUD, acting.organization).await?;
    let mark = acting.portal.end_dates(id).await.map_err(what())?.mark;
    let dates = EndDates {
        administer: Some((stage.now + TimeDelta::days(25)).date_naive()),
        ..EndDates::default()
    };
    let acting = stage.founder(CUSTOMER, 3).await?;
    acting
        .portal
        .set_end_dates(id, dates, Some(mark), stage.request())
        .await
        .map_err(what())
}
