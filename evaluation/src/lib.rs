//! The engine's output against annotated stories, with the figures that `shared/score` defines.
//!
//! [`gold`] reads the corpora, [`system`] runs the engine; [`names`], [`stories`] and [`dates`] count, each as the Python
//! scorer of nearly the same name; [`run`] puts the sets together and prints. All offsets are Unicode code points.

pub mod dates;
pub mod gold;
pub mod letters;
pub mod measures;
pub mod names;
pub mod normal;
pub mod run;
pub mod stories;
pub mod system;
