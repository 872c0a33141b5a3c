//! About how wide words are, for a drawing that has to leave room for them before any browser has drawn them.

/// The width of a text in parts of its font's size. As wide as in bold letters of the widest faces that systems have, so that
/// words may stand farther apart than they need, but never touch.
pub fn width(text: &str) -> f32 {
    text.chars().map(letter).sum()
}

fn letter(letter: char) -> f32 {
    match letter {
        ' ' | '.' | ',' | ':' | '\'' | '’' | 'i' | 'j' | 'l' | 'I' => 0.38,
        'f' | 'r' | 't' | '-' | '(' | ')' => 0.5,
        'm' | 'w' | 'M' | 'W' => 1.05,
        'a'..='z' | '0'..='9' | '–' => 0.7,
        '\u{2e80}'.. => 1.0,
        _ => 0.78,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Measured in the bold face of a wide font of Linux, in thousandths.
    #[test]
    fn no_word_is_wider_than_thought() {
        for (text, measured) in [
            ("2018", 2_783),
            ("spring 2024", 6_706),
            ("November 2000", 8_915),
            ("Jun 17 – Sep 5", 7_890),
            ("first quarter of 2022", 11_502),
            ("30 juillet 2019", 8_110),
            ("Июнь 2019", 6_264),
        ] {
            let thought = width(text) * 1_000.0;
            assert!(thought >= measured as f32 && thought < 1.12 * measured as f32, "{text}: {thought} for {measured}");
        }
    }
}
