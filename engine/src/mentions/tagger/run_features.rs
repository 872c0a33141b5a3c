//! What the tagger looks at in the capitalized run that a token is in.

use super::facts::run_hash;
use super::features::{Features, PAD, Sentence, bits, has_head_word};
use super::hash::join;
use super::numbers::{flag, template};
use super::pairs::{group_at, left};
use super::reading::Reading;

/// The capitalized run that the token is in.
pub(super) fn run_features(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let Some(run) = reading.runs[token] else { return };
    let range = run.range();
    let place = run.place(token);
    let placed = |value: u32| join(place as u32, value);
    let low = |at: usize| if sentence.range.contains(&at) { reading.word(at).low } else { PAD };
    let (before, after) = (low(left(range.start)), low(range.end));
    out.put(template::RUN_LENGTH, placed(run.size().min(5) as u32));
    out.put(template::RUN_LAST, placed(low(range.end - 1)));
    out.put(template::RUN_FIRST, placed(low(range.start)));
    out.put(template::RUN_BEFORE, placed(before));
    out.put(template::RUN_AFTER, placed(after));
    out.put(template::RUN_AROUND, placed(join(before, after)));
    out.put(template::RUN_BEFORE_2, join(low(range.start.wrapping_sub(2)), before));
    out.put(template::RUN_AFTER_2, join(after, low(range.end + 1)));
    let hash = run_hash(reading, run);
    if run.size() > 1 {
        out.put(template::RUN, placed(hash));
    }
    if reading.facts.run_count(hash) > 1 {
        out.put(template::RUN_AGAIN, place as u32);
    }
    run_members(reading, token, &range, out);
    run_groups(reading, sentence, token, out);
    run_kinds(reading, sentence, token, out);
}

fn run_members(reading: &Reading, token: usize, range: &std::ops::Range<usize>, out: &mut Features) {
    let flags = [
        (has_head_word(reading, token + 1..range.end), flag::HEAD_WORD_LATER),
        (has_head_word(reading, range.start..token), flag::HEAD_WORD_EARLIER),
        (has_head_word(reading, range.end - 1..range.end), flag::HEAD_WORD_LAST),
    ];
    for (_, flag) in flags.into_iter().filter(|&(holds, _)| holds) {
        out.put(template::RUN_FLAG, flag);
    }
    let known = range.clone().fold(0_u64, |set, at| {
        let known = reading.known[at];
        set | u64::from(known.alone) | u64::from(known.end) << 32
    });
    for bit in bits(known) {
        out.put(template::RUN_KIND, bit);
    }
}

/// What the run is known as altogether, with its surroundings.
fn run_kinds(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let Some(run) = reading.runs[token] else { return };
    let (range, place) = (run.range(), run.place(token) as u32);
    let known = reading.known[token];
    let whole = range.clone().fold(0, |set, at| set | reading.known[at].alone | reading.known[at].end);
    let (before, after) = (group_at(reading, sentence, left(range.start)), group_at(reading, sentence, range.end));
    let own = join(join(known.alone, known.begin), join(known.inside, known.end));
    out.put(template::RUN_GROUPS_AROUND, join(place, join(before, after)));
    out.put(template::RUN_KINDS, join(place, join(whole, own)));
    out.put(template::RUN_KINDS_BEFORE, join(place, join(before, own)));
    out.put(template::RUN_KINDS_AFTER, join(place, join(after, own)));
}

/// Groups of the words at the run's borders, and function words that stand there elsewhere in the story.
fn run_groups(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let Some(run) = reading.runs[token] else { return };
    let (range, place) = (run.range(), run.place(token) as u32);
    let borders = [
        (template::RUN_GROUP_BEFORE, left(range.start)),
        (template::RUN_GROUP_AFTER, range.end),
        (template::RUN_GROUP_LAST, range.end - 1),
    ];
    for (template, at) in borders {
        let Some(entry) = sentence.range.contains(&at).then(|| reading.entry(at)).flatten() else { continue };
        for level in 0..2 {
            out.put(template + level, join(place, u32::from(entry.groups[level as usize + 1])));
        }
    }
    let asked = if token == range.start { range.start } else { range.end - 1 };
    let fact = reading.facts.of(reading.word(asked));
    for bit in bits(fact.before) {
        out.put(template::CONTEXT_BEFORE, join(place, bit));
    }
    for bit in bits(fact.after) {
        out.put(template::CONTEXT_AFTER, join(place, bit));
    }
}
