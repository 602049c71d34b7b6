//! A photo as it may be shown: read whatever a phone sends, keep nothing of it but the picture. Pure, and heavy: minutes of a processor
//! for a hall of phones, so the verb takes it off the threads that answer.
//!
//! The type is told by the content, not by the name. What would need too much memory is refused before it is read. The picture is made
//! smaller, turned upright, and written anew as JPEG twice (≤ 1600 and ≤ 480 pixels): whatever else was in the file, where it was taken
//! above all, is not carried over.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// No photo that is sent may be heavier; telephones make 3 to 12 MB.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// So many photos of one practice at most.
pub const MOST_PHOTOS: usize = 12;
/// So long may a caption be.
pub const LONGEST_CAPTION: usize = 300;
/// The longer side of what is kept.
pub const LARGE: u32 = 1600;
pub const SMALL: u32 = 480;
const MOST_SIDE: u32 = 12_000;
/// So much memory may a picture take while it is read: 50 million points of a telephone's JPEG.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;

/// When it was taken, for the two to be seen side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    #[default]
    Any,
    Before,
    After,
}

crate::names! { Moment {
    Any = "", "photo-any";
    Before = "before", "photo-before";
    After = "after", "photo-after";
} }

/// A photo ready to be kept.
#[derive(Clone, Debug)]
pub struct Ready {
    pub large: Vec<u8>,
    pub small: Vec<u8>,
    /// Of the large one.
    pub width: u32,
    pub height: u32,
}

/// Why a file is no photo that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Neither JPEG nor PNG nor WebP.
    NotAPhoto,
    /// It says that it is larger than could be read.
    TooLarge,
    /// Heavier than a photo is.
    TooHeavy,
    /// It ends too early, or is damaged.
    Broken,
}

impl Wrong {
    /// The key of its sentence; the gap `x` is the file's name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotAPhoto => "photo-wrong-kind",
            Self::TooLarge => "photo-wrong-size",
            Self::TooHeavy => "photo-wrong-weight",
            Self::Broken => "photo-wrong-broken",
        }
    }
}

/// Reads a file and makes it ready.
pub fn ready(bytes: &[u8]) -> Result<Ready, Wrong> {
    if bytes.len() > MOST_BYTES {
        return Err(Wrong::TooHeavy);
    }
    let large = upright(bytes)?;
    let small = large.resize(SMALL, SMALL, FilterType::Triangle);
    let (large, small) = (on_white(&large), on_white(&small));
    Ok(Ready { width: large.width(), height: large.height(), large: jpeg(&large, 80)?, small: jpeg(&small, 76)? })
}

/// As large as is kept, and the right way up.
fn upright(bytes: &[u8]) -> Result<DynamicImage, Wrong> {
    let format = image::guess_format(bytes).map_err(|_| Wrong::NotAPhoto)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Wrong::NotAPhoto);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| wrong(&error))?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Wrong::TooLarge);
    }
    // What a damaged mark says of how the phone was held is not worth losing the photo.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let read = DynamicImage::from_decoder(decoder).map_err(|error| wrong(&error))?;
    // In two steps: the second, which is finer, needs far more memory for each point.
    let near = if read.width().max(read.height()) > LARGE * 2 { read.thumbnail(LARGE * 2, LARGE * 2) } else { read };
    let mut large = if near.width().max(near.height()) > LARGE { near.resize(LARGE, LARGE, FilterType::Triangle) } else { near };
    large.apply_orientation(orientation);
    Ok(large)
}

fn wrong(error: &image::ImageError) -> Wrong {
    if matches!(error, image::ImageError::Limits(_)) { Wrong::TooLarge } else { Wrong::Broken }
}

/// What is transparent shows the paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let from = picture.to_rgba8();
    RgbImage::from_fn(from.width(), from.height(), |x, y| {
        let [r, g, b, a] = from.get_pixel(x, y).0;
        let over = |c: u8| {
            let mixed = (u16::from(c) * u16::from(a) + 255 * (255 - u16::from(a))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).map_err(|_| Wrong::Broken)?;
    Ok(bytes)
}

/// The small one's sides, of the large one's.
#[must_use]
pub fn small_sides(width: i64, height: i64) -> (i64, i64) {
    let longer = width.max(height).max(1);
    let small = i64::from(SMALL);
    // The small one is always made to this length, also of a photo that was smaller.
    let side = |it: i64| ((it * small + longer / 2) / longer).max(1);
    (side(width), side(height))
}

#[cfg(test)]
pub(super) mod tests;
