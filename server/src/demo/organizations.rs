//! The organizations of the demo world. Every name and domain is fictional.

mod distributors;

use tierline_core::{
    ids::OrganizationId,
    organization::{Capabilities, Capability},
};

use super::{DemoError, random};

/// An organization before the story begins.
pub(super) struct Organization {
    pub name: &'static str,
    pub domain: &'static str,
    pub country: &'static str,
    pub is: Capability,
    /// Its location MPN ID, if associated.
    pub mpn: Option<&'static str>,
    /// Whether it has signed the partner agreement.
    pub signed: bool,
    pub address: [&'static str; 2],
}

const fn partner(
    name: &'static str,
    domain: &'static str,
    country: &'static str,
    is: Capability,
    mpn: &'static str,
    address: [&'static str; 2],
) -> Organization {
    Organization {
        name,
        domain,
        country,
        is,
        mpn: Some(mpn),
        signed: true,
        address,
    }
}

const fn customer(
    name: &'static str,
    domain: &'static str,
    country: &'static str,
    address: [&'static str; 2],
) -> Organization {
    Organization {
        name,
        domain,
        country,
        is: Capability::Customer,
        mpn: None,
        signed: false,
        address,
    }
}

use Capability::{DirectBill, IndirectProvider, IndirectReseller};

/// Every organization that has an account of its own when the story begins.
pub(super) const ALL: &[Organization] = &[
    Organization {
        is: Capability::Operator,
        ..customer(
            "Tierline Demo Program",
            "program.example",
            "US",
            ["1 Program Square", "98052 Redwood"],
        )
    },
    partner(
        "Contoso Distribution",
        "contoso-distribution.example",
        "TW",
        IndirectProvider,
        "4586213",
        ["信義路五段 7 號", "110 台北市"],
    ),
    partner(
        "Fabrikam Distribution",
        "fabrikam-distribution.example",
        "DE",
        IndirectProvider,
        "4586214",
        ["Hafenstraße 12", "20457 Hamburg"],
    ),
    partner(
        "Wide World Distribution",
        "wideworld-distribution.example",
        "NL",
        IndirectProvider,
        "4586215",
        ["Keizersgracht 100", "1015 AA Amsterdam"],
    ),
    partner(
        "Southridge Distribution",
        "southridge.example",
        "SG",
        IndirectProvider,
        "4586216",
        ["8 Marina Link", "018956 Singapore"],
    ),
    partner(
        "Fourth Coffee Cloud",
        "fourthcoffee.example",
        "TW",
        IndirectReseller,
        "5120001",
        ["中山北路二段 39 號", "104 台北市"],
    ),
    partner(
        "可豪雲端服務",
        "cohocloud.example",
        "TW",
        IndirectReseller,
        "5120002",
        ["公益路二段 51 號", "408 台中市"],
    ),
    Organization {
        signed: false,
        ..partner(
            "First Up Consultants",
            "firstup.example",
            "TW",
            IndirectReseller,
            "5120003",
            ["成功路 88 號", "700 台南市"],
        )
    },
    partner(
        "City Power Cloud",
        "citypower.example",
        "TW",
        IndirectReseller,
        "5120004",
        ["博愛一路 10 號", "807 高雄市"],
    ),
    partner(
        "Relecloud",
        "relecloud.example",
        "DE",
        IndirectReseller,
        "5120005",
        ["Lindenallee 4", "50968 Köln"],
    ),
    partner(
        "Lucerne Digital",
        "lucernedigital.example",
        "CH",
        IndirectReseller,
        "5120006",
        ["Seestrasse 21", "6003 Luzern"],
    ),
    partner(
        "Bellows Cloud",
        "bellowscloud.example",
        "FR",
        IndirectReseller,
        "5120007",
        ["14 rue des Lilas", "69003 Lyon"],
    ),
    partner(
        "明湖数码",
        "minghu.example",
        "SG",
        IndirectReseller,
        "5120008",
        ["25 North Bridge Road", "179104 Singapore"],
    ),
    Organization {
        mpn: None,
        signed: false,
        ..partner(
            "Margie's Cloud",
            "margiescloud.example",
            "MY",
            IndirectReseller,
            "0",
            ["Jalan Ampang 150", "50450 Kuala Lumpur"],
        )
    },
    partner(
        "Best For You Cloud",
        "bestforyou.example",
        "US",
        DirectBill,
        "6230001",
        ["400 Harbor Avenue", "98101 Seattle"],
    ),
    partner(
        "Consolidated Messenger",
        "consolidatedmessenger.example",
        "GB",
        DirectBill,
        "6230002",
        ["2 Wharf Lane", "E14 9XX London"],
    ),
    customer(
        "Woodgrove Bank",
        "woodgrove.example",
        "TW",
        ["南京東路三段 219 號", "104 台北市"],
    ),
    customer(
        "翡翠茶業",
        "jadetea.example",
        "TW",
        ["民權路 5 號", "300 新竹市"],
    ),
    customer(
        "Litware",
        "litware.example",
        "DE",
        ["Gartenweg 3", "80331 München"],
    ),
    customer(
        "Proseware",
        "proseware.example",
        "DE",
        ["Am Markt 9", "28195 Bremen"],
    ),
    customer(
        "VanArsdel",
        "vanarsdel.example",
        "NL",
        ["Havenkade 7", "3011 Rotterdam"],
    ),
    customer(
        "Trey Research",
        "treyresearch.example",
        "CH",
        ["Limmatquai 40", "8001 Zürich"],
    ),
    customer(
        "Tailspin Toys",
        "tailspintoys.example",
        "SG",
        ["3 Orchard Turn", "238801 Singapore"],
    ),
    customer(
        "星河物流",
        "xinghe.example",
        "SG",
        ["12 Keppel Road", "089057 Singapore"],
    ),
    customer(
        "Humongous Insurance",
        "humongous.example",
        "US",
        ["77 Bay Street", "94105 San Francisco"],
    ),
    customer(
        "Margie's Travel",
        "margiestravel.example",
        "US",
        ["5 Ferry Plaza", "98104 Seattle"],
    ),
    customer(
        "School of Fine Art",
        "fineart.example",
        "GB",
        ["11 Chapel Road", "BS1 4DJ Bristol"],
    ),
    // In partnership with nobody yet, and able to accept: for a first walk.
    partner(
        "Nod Cloud Services",
        "nodcloud.example",
        "TW",
        IndirectReseller,
        "5120021",
        ["文化路一段 188 號", "220 新北市"],
    ),
];

/// The organization of this name.
pub(super) fn named(name: &str) -> Result<&'static Organization, DemoError> {
    all()
        .find(|it| it.name == name)
        .ok_or_else(|| DemoError::Written(format!("`{name}` is no organization")))
}

/// Every one of them.
pub(super) fn all() -> impl Iterator<Item = &'static Organization> {
    ALL.iter().chain(distributors::ALL)
}

impl Organization {
    pub(super) fn id(&self) -> OrganizationId {
        OrganizationId::from_uuid(random::id("organization", self.domain))
    }

    pub(super) fn capabilities(&self) -> Capabilities {
        Capabilities::only(self.is)
    }
}
