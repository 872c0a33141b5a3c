//! Keeps what takes minutes to train as plain lists of numbers, so that it can be measured again.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use super::network::Network;

/// Writes numbers.
///
/// # Errors
/// If the file cannot be written.
pub fn write(path: &Path, numbers: impl Iterator<Item = f32>) -> Result<()> {
    Ok(std::fs::write(path, numbers.flat_map(f32::to_le_bytes).collect::<Vec<u8>>())?)
}

/// Reads numbers, if the file is there.
pub fn read(path: &Path) -> Option<Vec<f32>> {
    let bytes = std::fs::read(path).ok()?;
    Some(bytes.as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
}

/// Writes a net.
///
/// # Errors
/// If the file cannot be written.
pub fn write_network(path: &Path, network: &Network) -> Result<()> {
    let mut copy = network.clone();
    let layers: Vec<f32> = copy.layers().into_iter().flat_map(|layer| layer.to_vec()).collect();
    write(path, layers.into_iter().chain(network.embeddings.as_flattened().iter().copied()))
}

/// Reads a net with so many buckets, if the file is there.
///
/// # Errors
/// If it is a net of another size.
pub fn read_network(path: &Path, buckets: usize) -> Result<Option<Network>> {
    let Some(numbers) = read(path) else { return Ok(None) };
    let mut network = Network::zero(buckets);
    let mut rest = numbers.as_slice();
    let mut take = |layer: &mut [f32]| {
        let Some((numbers, after)) = rest.split_at_checked(layer.len()) else { bail!("{}: a net of another size", path.display()) };
        layer.copy_from_slice(numbers);
        rest = after;
        Ok(())
    };
    for layer in network.layers() {
        take(layer)?;
    }
    take(network.embeddings.as_flattened_mut())?;
    ensure!(rest.is_empty(), "{}: a net of another size", path.display());
    Ok(Some(network))
}
