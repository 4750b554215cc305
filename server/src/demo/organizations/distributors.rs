//! More distributors, for the directory, and a reseller that has found one there.

use super::{
    Capability::{IndirectProvider, IndirectReseller},
    Organization, partner,
};

pub(super) const ALL: &[Organization] = &[
    partner(
        "Northwind Distribution",
        "northwind-distribution.example",
        "GB",
        IndirectProvider,
        "4586217",
        ["5 Wharf Street", "LS2 7EQ Leeds"],
    ),
    partner(
        "Adventure Works Distribution",
        "adventureworks-distribution.example",
        "US",
        IndirectProvider,
        "4586218",
        ["210 Trail Road", "80202 Denver"],
    ),
    partner(
        "Tailspin Distribution",
        "tailspin-distribution.example",
        "JP",
        IndirectProvider,
        "4586219",
        ["丸の内 1-8", "100-0005 東京"],
    ),
    partner(
        "Alpine Distribution",
        "alpine-distribution.example",
        "AT",
        IndirectProvider,
        "4586220",
        ["Ringstraße 18", "1010 Wien"],
    ),
    partner(
        "Blue Yonder Distribution",
        "blueyonder-distribution.example",
        "FR",
        IndirectProvider,
        "4586221",
        ["8 quai du Port", "13002 Marseille"],
    ),
    partner(
        "Lamna Distribution",
        "lamna-distribution.example",
        "ES",
        IndirectProvider,
        "4586222",
        ["Calle Mayor 30", "28013 Madrid"],
    ),
    partner(
        "Munson Distribution",
        "munson-distribution.example",
        "AU",
        IndirectProvider,
        "4586223",
        ["77 Harbour Street", "2000 Sydney"],
    ),
    partner(
        "Nod Distribution",
        "nod-distribution.example",
        "CA",
        IndirectProvider,
        "4586224",
        ["300 Maple Avenue", "M5V 2T6 Toronto"],
    ),
    partner(
        "翔雲經銷",
        "xiangyun.example",
        "TW",
        IndirectReseller,
        "5120009",
        ["中正路 120 號", "330 桃園市"],
    ),
];
