//! The people of more distributors, and of a reseller that has found one.

use super::{
    Lang::{En, ZhHant},
    Person,
    Role::{AdminAgent, GlobalAdmin},
    person,
};

pub(super) const ALL: &[Person] = &[
    person(
        "Nancy Reed",
        "nancy.reed",
        "Northwind Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Carlos Grilo",
        "carlos.grilo",
        "Adventure Works Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Mari Sato",
        "mari.sato",
        "Tailspin Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Klara Egger",
        "klara.egger",
        "Alpine Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Luc Moreau",
        "luc.moreau",
        "Blue Yonder Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Elena Ruiz",
        "elena.ruiz",
        "Lamna Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Jack Munson",
        "jack.munson",
        "Munson Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Nadia Clark",
        "nadia.clark",
        "Nod Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "郭雅文",
        "yawen.kuo",
        "翔雲經銷",
        &[GlobalAdmin, AdminAgent],
        ZhHant,
    ),
];
