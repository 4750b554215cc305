//! Names of customers: plausible, many, and nobody's.

use crate::demo::random::Stream;

const FIRST: &[&str] = &[
    "Alder", "Amber", "Anchor", "Arbor", "Aspen", "Aurora", "Bayside", "Beacon", "Birch", "Bluebell", "Boreal", "Bright",
    "Bristle", "Canyon", "Cedar", "Chestnut", "Cinder", "Clover", "Cobalt", "Copper", "Coral", "Crescent", "Dovetail",
    "Eastgate", "Elm", "Ember", "Evergreen", "Falcon", "Fern", "Fieldstone", "Foxglove", "Garnet", "Glacier", "Golden",
    "Granite", "Harbour", "Hawthorn", "Hazel", "Heron", "Highland", "Horizon", "Indigo", "Iris", "Ivory", "Juniper",
    "Kestrel", "Lakeside", "Lantern", "Larch", "Laurel", "Lighthouse", "Linden", "Lotus", "Magnolia", "Maple", "Marble",
    "Meadow", "Meridian", "Mistral", "Moorland", "Mosaic", "Nimbus", "Northgate", "Oak", "Olive", "Onyx", "Opal",
    "Orchard", "Osprey", "Pebble", "Pine", "Pioneer", "Poplar", "Quarry", "Quill", "Raven", "Ridgeway", "Riverbend",
    "Rowan", "Saffron", "Sapphire", "Seaward", "Silver", "Skyline", "Southgate", "Sparrow", "Spruce", "Summit", "Swift",
    "Tamarind", "Terrace", "Thistle", "Timber", "Topaz", "Valley", "Verdant", "Violet", "Walnut", "Westgate", "Willow",
    "Windmill", "Wren", "Yarrow", "Zephyr",
];

const SECOND: &[&str] = &[
    "Bakery", "Bicycles", "Books", "Brewing", "Builders", "Carpentry", "Catering", "Ceramics", "Chemicals", "Clinic",
    "Components", "Cosmetics", "Couriers", "Dairy", "Dental", "Design", "Distillers", "Electrics", "Energy",
    "Engineering", "Farms", "Ferries", "Fisheries", "Foods", "Forestry", "Furniture", "Gardens", "Glassworks", "Grocers",
    "Holidays", "Hotels", "Instruments", "Insurance", "Interiors", "Jewellers", "Joinery", "Kitchens", "Laboratories",
    "Leather", "Lighting", "Logistics", "Machinery", "Marine", "Metals", "Mills", "Motors", "Museum", "Nursery",
    "Optics", "Packaging", "Paper", "Pharmacy", "Plastics", "Plumbing", "Pottery", "Press", "Printing", "Properties",
    "Railways", "Roasters", "Robotics", "Schools", "Seeds", "Shipping", "Ski House", "Software", "Sports", "Stationers",
    "Steel", "Studios", "Surveyors", "Tailors", "Textiles", "Theatre", "Tiles", "Tools", "Toys", "Traders", "Transport",
    "Travel", "Veterinary", "Vineyards", "Watches", "Woollens", "Workshops",
];

const LAST: &[&str] = &["", "", " Group", " Holdings", " & Partners", " Brothers", " Works", " Company"];

/// Places and virtues that begin a Chinese name: Traditional, Simplified, in Latin letters for the domain.
const CHINESE_FIRST: &[(&str, &str, &str)] = &[
    ("宏遠", "宏远", "hongyuan"), ("永興", "永兴", "yongxing"), ("大成", "大成", "dacheng"), ("瑞豐", "瑞丰", "ruifeng"),
    ("華信", "华信", "huaxin"), ("東昇", "东升", "dongsheng"), ("明德", "明德", "mingde"), ("新光華", "新光华", "xinguanghua"),
    ("海天", "海天", "haitian"), ("金山", "金山", "jinshan"), ("長青", "长青", "changqing"), ("和順", "和顺", "heshun"),
    ("嘉禾", "嘉禾", "jiahe"), ("天成", "天成", "tiancheng"), ("福安", "福安", "fuan"), ("正豐", "正丰", "zhengfeng"),
    ("順達", "顺达", "shunda"), ("仁愛", "仁爱", "renai"), ("北辰", "北辰", "beichen"), ("南湖", "南湖", "nanhu"),
    ("綠野", "绿野", "lvye"), ("雲峰", "云峰", "yunfeng"), ("晨曦", "晨曦", "chenxi"), ("月明", "月明", "yueming"),
];

const CHINESE_SECOND: &[(&str, &str, &str)] = &[
    ("貿易", "贸易", "trade"), ("建設", "建设", "build"), ("食品", "食品", "food"), ("電子", "电子", "electronics"),
    ("紡織", "纺织", "textile"), ("機械", "机械", "machinery"), ("旅行社", "旅行社", "travel"), ("書店", "书店", "books"),
    ("藥局", "药房", "pharmacy"), ("診所", "诊所", "clinic"), ("茶行", "茶行", "tea"), ("設計", "设计", "design"),
    ("物流", "物流", "logistics"), ("玩具", "玩具", "toys"), ("光學", "光学", "optics"), ("印刷", "印刷", "print"),
    ("農場", "农场", "farm"), ("運動用品", "运动用品", "sports"), ("鋼鐵", "钢铁", "steel"), ("餐飲", "餐饮", "dining"),
];

const CHINESE_LAST: &[&str] = &["", "公司", "企業", "集團"];
const CHINESE_LAST_SIMPLIFIED: &[&str] = &["", "公司", "企业", "集团"];

/// A name, and the beginning of a domain that goes with it.
pub(super) fn name(stream: &mut Stream, country: &str) -> (String, String) {
    let part = stream.below(10);
    match country {
        "TW" if part < 6 => chinese(stream, |(traditional, _, _)| traditional, CHINESE_LAST),
        "SG" | "MY" | "HK" if part < 3 => chinese(stream, |(_, simplified, _)| simplified, CHINESE_LAST_SIMPLIFIED),
        _ => latin(stream),
    }
}

type Word = (&'static str, &'static str, &'static str);

fn chinese(
    stream: &mut Stream,
    script: fn(&Word) -> &'static str,
    endings: &[&'static str],
) -> (String, String) {
    let first = stream.one_of(CHINESE_FIRST).copied().unwrap_or_default();
    let second = stream.one_of(CHINESE_SECOND).copied().unwrap_or_default();
    let last = stream.one_of(endings).copied().unwrap_or_default();
    (format!("{}{}{last}", script(&first), script(&second)), format!("{}{}", first.2, second.2))
}

fn latin(stream: &mut Stream) -> (String, String) {
    let first = stream.one_of(FIRST).copied().unwrap_or_default();
    let second = stream.one_of(SECOND).copied().unwrap_or_default();
    let last = stream.one_of(LAST).copied().unwrap_or_default();
    let domain = format!("{first}{second}").to_lowercase().replace(' ', "");
    (format!("{first} {second}{last}"), domain)
}
