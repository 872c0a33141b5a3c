//! The Adam rule: steps as large as the gradient is steady. Embeddings that a batch does not touch stay as they are.

use super::network::{Gradient, Network};

const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.99;
const TINY: f32 = 1e-6;

/// What the rule remembers of earlier gradients.
pub struct Adam {
    means: Network,
    squares: Network,
    steps: i32,
}

impl Adam {
    /// For a net with so many buckets.
    pub fn new(buckets: usize) -> Self {
        Self { means: Network::zero(buckets), squares: Network::zero(buckets), steps: 0 }
    }

    /// One step against the gradient, which is put back to zero.
    pub fn step(&mut self, network: &mut Network, gradient: &mut Gradient, rate: f32) {
        let Gradient { of: gradient, touched } = gradient;
        self.steps = self.steps.saturating_add(1);
        let rate = rate * (1.0 - SQUARE.powi(self.steps)).sqrt() / (1.0 - MEAN.powi(self.steps));
        let layers = network.layers().into_iter().zip(gradient.layers()).zip(self.means.layers()).zip(self.squares.layers());
        for (((values, gradient), means), squares) in layers {
            update(values, gradient, means, squares, rate);
        }
        touched.sort_unstable();
        touched.dedup();
        for bucket in touched.drain(..) {
            let at = bucket as usize;
            let (means, squares) = (&mut self.means.embeddings[at], &mut self.squares.embeddings[at]);
            update(&mut network.embeddings[at], &mut gradient.embeddings[at], means, squares, rate);
        }
    }
}

fn update(values: &mut [f32], gradient: &mut [f32], means: &mut [f32], squares: &mut [f32], rate: f32) {
    for (((value, change), mean), square) in values.iter_mut().zip(gradient).zip(means).zip(squares) {
        *mean += (1.0 - MEAN) * (*change - *mean);
        *square += (1.0 - SQUARE) * (*change * *change - *square);
        *value -= rate * *mean / (square.sqrt() + TINY);
        *change = 0.0;
    }
}
