//! Places and peoples under several names: `US` and `United States`, `Kenyan` and `Kenyans`.

use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::LEXICON;
use crate::mentions::NameType;

/// Merges the names of one country, and the adjective and plural of one people.
pub fn merge(forms: &[Form], clusters: &mut Clusters) {
    let mut first: BTreeMap<(NameType, String), usize> = BTreeMap::new();
    for (index, form) in forms.iter().enumerate() {
        let key = match form.kind {
            NameType::Place => LEXICON.country(&form.key).map(|country| country.to_string()),
            NameType::Group => Some(people(&form.key)),
            _ => None,
        };
        if let Some(key) = key {
            let earlier = *first.entry((form.kind, key)).or_insert(index);
            clusters.unite(earlier, index, || format!("{} and {} mean the same", form.text, forms[earlier].text));
        }
    }
}

/// The country's number for a people of one, else the singular.
fn people(key: &str) -> String {
    LEXICON.people_of(key).map_or_else(|| key.strip_suffix('s').unwrap_or(key).to_string(), |country| country.to_string())
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_rows;

    #[test]
    fn countries() {
        check_rows("[LOC US], [LOC United States], [LOC America]", "United States = US = America");
        check_rows("[LOC Britain] and the [LOC U.K.]", "Britain = U.K.");
        check_rows("[LOC Niger], [LOC Nigeria]", "Niger; Nigeria");
        check_rows("[LOC England], [LOC UK]", "England; UK");
    }

    #[test]
    fn peoples() {
        check_rows("[NORP Kenyan], [NORP Kenyans]", "Kenyans = Kenyan");
        check_rows("[NORP Muslim], [NORP Muslims], [NORP Sikhs]", "Muslims = Muslim; Sikhs");
    }
}
