//! Groups of like vectors: spherical k-means, seeded.

use crate::embed::{DIM, Vector, dot};
use crate::rng::Rng;

/// The group of each vector, and the groups' centers, of unit length.
pub fn group(vectors: &[Vector], k: usize, rounds: usize, seed: u64) -> (Vec<u16>, Vec<Vector>) {
    let mut rng = Rng::new(seed);
    let mut chosen: Vec<usize> = (0..vectors.len()).collect();
    rng.shuffle(&mut chosen);
    let mut centers: Vec<Vector> = chosen.iter().take(k).map(|&at| vectors[at]).collect();
    let mut groups = vec![0_u16; vectors.len()];
    for _ in 0..rounds {
        for (group, vector) in groups.iter_mut().zip(vectors) {
            *group = nearest(vector, &centers);
        }
        let mut sums = vec![[0.0; DIM]; centers.len()];
        for (&group, vector) in groups.iter().zip(vectors) {
            for (sum, x) in sums[group as usize].iter_mut().zip(vector) {
                *sum += x;
            }
        }
        for (center, sum) in centers.iter_mut().zip(&sums) {
            *center = if dot(sum, sum) > 0.0 { unit(sum) } else { vectors[rng.below(vectors.len())] };
        }
    }
    (groups, centers)
}

fn nearest(vector: &Vector, centers: &[Vector]) -> u16 {
    let mut best = (f32::MIN, 0);
    for (at, center) in centers.iter().enumerate() {
        let likeness = dot(vector, center);
        if likeness > best.0 {
            best = (likeness, at);
        }
    }
    best.1 as u16
}

/// The vector of length 1 in this direction.
pub fn unit(vector: &Vector) -> Vector {
    let factor = 1.0 / dot(vector, vector).sqrt().max(1e-12);
    vector.map(|x| x * factor)
}
