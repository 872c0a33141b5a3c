//! Products of vectors with weights, there and back; written so that the compiler takes several numbers at once.

/// Numbers that are added at once.
const LANES: usize = 8;

/// Adds `inputs` times `rows` to `sums`: one row of weights for each input.
pub fn add_product<const N: usize>(sums: &mut [f32; N], inputs: &[f32], rows: &[[f32; N]]) {
    let (pairs, rest) = inputs.as_chunks::<2>();
    let (row_pairs, row_rest) = rows.as_chunks::<2>();
    for (pair, rows) in pairs.iter().zip(row_pairs) {
        if pair.iter().any(|&input| input != 0.0) {
            for at in 0..N {
                sums[at] += pair[0] * rows[0][at] + pair[1] * rows[1][at];
            }
        }
    }
    for (&input, row) in rest.iter().zip(row_rest) {
        add_scaled(sums, input, row);
    }
}

/// The way back of [`add_product`]: what the change of the sums means for the inputs and for the weights.
pub fn push_back<const N: usize>(change: &[f32; N], inputs: &[f32], rows: &[[f32; N]], to_inputs: &mut [f32], to_rows: &mut [[f32; N]]) {
    for (((&input, row), to_input), to_row) in inputs.iter().zip(rows).zip(to_inputs).zip(to_rows) {
        *to_input += dot(change, row);
        if input != 0.0 {
            add_scaled(to_row, input, change);
        }
    }
}

/// Adds a multiple of one vector to another.
pub fn add_scaled<const N: usize>(sums: &mut [f32; N], factor: f32, vector: &[f32; N]) {
    for (sum, value) in sums.iter_mut().zip(vector) {
        *sum += factor * value;
    }
}

fn dot<const N: usize>(left: &[f32; N], right: &[f32; N]) -> f32 {
    let mut sums = [0.0; LANES];
    for (left, right) in left.as_chunks::<LANES>().0.iter().zip(right.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            sums[lane] += left[lane] * right[lane];
        }
    }
    sums.iter().sum()
}
