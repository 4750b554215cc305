//! Companies that enroll: fictional ones, with a contact each.

use tierline_core::market::Language;

use crate::demo::registry;

/// A company that enrolls.
pub(super) struct Company {
    pub name: &'static str,
    /// The first part of its tenant's domain.
    pub tenant: &'static str,
    pub country: &'static str,
    /// Its global admin.
    pub admin: &'static str,
    pub address: [&'static str; 2],
    /// Its own domain, in which its primary contact reads mail.
    pub domain: &'static str,
    pub contact: &'static str,
    pub language: Language,
}

const fn company(
    name: &'static str,
    tenant: &'static str,
    country: &'static str,
    admin: &'static str,
    address: [&'static str; 2],
    domain: &'static str,
    (contact, language): (&'static str, Language),
) -> Company {
    Company {
        name,
        tenant,
        country,
        admin,
        address,
        domain,
        contact,
        language,
    }
}

pub(super) const BLUE_YONDER: Company = company(
    "Blue Yonder Cloud",
    "blueyondercloud",
    "DE",
    "Clara Weiss",
    ["Schlossallee 8", "60313 Frankfurt"],
    "blueyonder-cloud.example",
    ("Jakob Lang", Language::English),
);
pub(super) const ALPINE: Company = company(
    "Alpine Ski Cloud",
    "alpineskicloud",
    "CH",
    "Nina Frey",
    ["Bahnhofstrasse 3", "7000 Chur"],
    "alpineski.example",
    ("Luca Meier", Language::English),
);
pub(super) const WINGTIP: Company = company(
    "Wingtip Cloud",
    "wingtipcloud",
    "TW",
    "林佳蓉",
    ["忠孝東路四段 20 號", "106 台北市"],
    "wingtip-cloud.example",
    ("黃志明", Language::TraditionalChinese),
);
pub(super) const GRAPHIC: Company = company(
    "Graphic Design Cloud",
    "graphicdesigncloud",
    "FR",
    "Élise Moreau",
    ["8 quai du Port", "13002 Marseille"],
    "graphicdesign.example",
    ("Hugo Petit", Language::English),
);
pub(super) const LAMNA: Company = company(
    "Lamna Cloud",
    "lamnacloud",
    "SG",
    "陈美玲",
    ["18 Tanjong Pagar", "088443 Singapore"],
    "lamna-cloud.example",
    ("李伟", Language::SimplifiedChinese),
);
pub(super) const PHONE: Company = company(
    "The Phone Cloud",
    "phonecloud",
    "NL",
    "Sanne Bakker",
    ["Stationsplein 2", "3511 Utrecht"],
    "phonecloud.example",
    ("Daan Smit", Language::English),
);
pub(super) const MUNSON: Company = company(
    "Munson's Cloud",
    "munsonscloud",
    "GB",
    "Harriet Cole",
    ["5 Mill Road", "LS1 4AP Leeds"],
    "munsons-cloud.example",
    ("Owen Price", Language::English),
);
pub(super) const FINCHER: Company = company(
    "Fincher Cloud",
    "finchercloud",
    "AT",
    "Eva Gruber",
    ["Ringstraße 12", "1010 Wien"],
    "fincher-cloud.example",
    ("Paul Huber", Language::English),
);
pub(super) const CONSOLIDATED: Company = company(
    "Consolidated Cloud",
    "consolidatedcloud",
    "NL",
    "Joost van Dijk",
    ["Prinsengracht 40", "1015 Amsterdam"],
    registry::NEWCOMER.0,
    ("Lotte Bos", Language::English),
);
pub(super) const PROSEWARE: Company = company(
    "Proseware Cloud",
    "prosewarecloud",
    "AT",
    "Lena Hofer",
    ["Hauptplatz 9", "8010 Graz"],
    "proseware-cloud.example",
    ("Felix Bauer", Language::English),
);
pub(super) const ADATUM: Company = company(
    "Adatum Cloud",
    "adatumcloud",
    "TW",
    "吳俊傑",
    ["中正路 66 號", "320 桃園市"],
    "adatum-cloud.example",
    ("周雅文", Language::TraditionalChinese),
);
