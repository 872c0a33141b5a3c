//! The sample stories of the page.

/// Name, text and gold of each.
pub const SAMPLES: [(&str, &str, &str); 4] = [
    ("communique", include_str!("../../../samples/communique.txt"), include_str!("../../../samples/communique.gold.json")),
    ("business", include_str!("../../../samples/business.txt"), include_str!("../../../samples/business.gold.json")),
    ("flood", include_str!("../../../samples/flood.txt"), include_str!("../../../samples/flood.gold.json")),
    ("court", include_str!("../../../samples/court.txt"), include_str!("../../../samples/court.gold.json")),
];
