//! A net in few bits: each number as a small whole one times the size of its layer or embedding place.

use anyhow::Result;

use super::network::Network;

/// Rounds everything but the transitions to whole numbers of 8 bits, the embeddings to `bits`; returns the packed size in bytes, too.
///
/// # Errors
/// If packing fails.
pub fn round(network: &Network, bits: u32) -> Result<(Network, usize)> {
    let mut rounded = network.clone();
    let mut numbers = Vec::new();
    columns(&mut rounded.embeddings, bits, &mut numbers);
    columns(&mut rounded.near, 8, &mut numbers);
    columns(&mut rounded.wide, 8, &mut numbers);
    columns(&mut rounded.out, 8, &mut numbers);
    let packed = crate::report::brotli_size(&pair_up(&numbers, bits, network.embeddings.as_flattened().len()))?;
    let transitions = 2 * network.transitions.as_flattened().len();
    Ok((rounded, packed + transitions))
}

/// One size for each place of the rows: four times the root of the mean square, or the largest number if that is less.
fn columns<const N: usize>(rows: &mut [[f32; N]], bits: u32, numbers: &mut Vec<i8>) {
    let most = ((1_i32 << (bits - 1)) - 1) as f32;
    for place in 0..N {
        let largest = rows.iter().fold(0.0, |most, row| f32::max(most, row[place].abs()));
        let square = rows.iter().map(|row| row[place] * row[place]).sum::<f32>() / rows.len() as f32;
        let limit = if bits < 8 { largest.min(4.0 * square.sqrt()) } else { largest };
        let size = (limit / most).max(1e-12);
        for row in rows.iter_mut() {
            let number = (row[place] / size).round().clamp(-most, most);
            numbers.push(number as i8);
            row[place] = number * size;
        }
    }
}

/// Two numbers of at most 4 bits share a byte, so that packing sees them as they would be stored.
fn pair_up(numbers: &[i8], bits: u32, embeddings: usize) -> Vec<u8> {
    let (first, rest) = numbers.split_at(if bits <= 4 { embeddings } else { 0 });
    let nibbles = |pair: &[i8]| pair.iter().fold(0, |byte, &number| byte << 4 | (number.cast_unsigned() & 15));
    first.chunks(2).map(nibbles).chain(rest.iter().map(|&number| number.cast_unsigned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn rounding_moves_a_number_by_half_a_step_at_most() {
        let network = Network::random(3_000, &mut Rng::new(5));
        let (rounded, bytes) = round(&network, 8).unwrap();
        let largest = network.near.as_flattened().iter().fold(0.0, |most, value| f32::max(most, value.abs()));
        for (before, after) in network.near.as_flattened().iter().zip(rounded.near.as_flattened()) {
            assert!((before - after).abs() <= largest / 127.0 * 0.501);
        }
        assert!(bytes < network.n_parameters() + 2_000 && bytes > network.n_parameters() / 2);
        let (_, fewer) = round(&network, 4).unwrap();
        assert!(fewer < bytes * 3 / 4);
    }
}
