use super::*;

/// A picture with one red corner, above left.
pub(in super::super) fn cornered(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(
        width,
        height,
        |x, y| {
            if x < width / 4 && y < height / 4 { image::Rgb([220, 20, 20]) } else { image::Rgb([40, 120, 60]) }
        },
    )
}

pub(in super::super) fn as_jpeg(picture: &RgbImage) -> Vec<u8> {
    jpeg(picture, 90).unwrap()
}

/// The same with what a telephone writes: how it was held, and where it was (21°13′ N, 104°57′ E).
pub(in super::super) fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut it = Vec::new();
        it.extend(tag.to_be_bytes());
        it.extend(kind.to_be_bytes());
        it.extend(count.to_be_bytes());
        it.extend(value);
        it
    };
    let short = |it: u16| [it.to_be_bytes()[0], it.to_be_bytes()[1], 0, 0];
    // First directory: orientation, and where the one of the place begins.
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(0x0112, 3, 1, short(orientation)));
    tiff.extend(entry(0x8825, 4, 1, 38_u32.to_be_bytes()));
    tiff.extend(0_u32.to_be_bytes());
    // The place: north, and three fractions.
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, 68_u32.to_be_bytes()));
    tiff.extend(0_u32.to_be_bytes());
    for it in [21_u32, 1, 13, 1, 59, 1] {
        tiff.extend(it.to_be_bytes());
    }
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(tiff);
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(u16::try_from(segment.len() + 2).unwrap().to_be_bytes());
    out.extend(segment);
    out.extend(&jpeg[2..]);
    out
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|it| it == what)
}

#[test]
fn where_it_was_taken_is_not_kept_and_it_stands_upright() {
    let sent = with_exif(&as_jpeg(&cornered(400, 300)), 6);
    assert!(has(&sent, b"Exif"), "the telephone wrote it");
    let kept = ready(&sent).unwrap();
    for bytes in [&kept.large, &kept.small] {
        assert!(!has(bytes, b"Exif") && !has(bytes, b"GPS"));
        let mut decoder = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Jpeg).into_decoder().unwrap();
        assert!(decoder.exif_metadata().unwrap().is_none());
    }
    // Held upright: a quarter turn to the right, so that what was above left is above right.
    assert_eq!((kept.width, kept.height), (300, 400));
    let shown = image::load_from_memory(&kept.large).unwrap().to_rgb8();
    assert!(shown.get_pixel(290, 10).0[0] > 180, "{:?}", shown.get_pixel(290, 10));
    assert!(shown.get_pixel(10, 10).0[0] < 90);
}

#[test]
fn large_ones_become_small_and_small_ones_stay() {
    let kept = ready(&as_jpeg(&cornered(4000, 1000))).unwrap();
    assert_eq!((kept.width, kept.height), (1600, 400));
    let small = image::load_from_memory(&kept.small).unwrap();
    assert_eq!((small.width(), small.height()), (480, 120));
    assert_eq!(small_sides(1600, 400), (480, 120));
    let kept = ready(&as_jpeg(&cornered(600, 900))).unwrap();
    assert_eq!((kept.width, kept.height), (600, 900));
    assert_eq!(small_sides(600, 900), (320, 480));
}

#[test]
fn png_and_webp_are_read_and_what_is_transparent_is_white() {
    let clear = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(40, 40, image::Rgba([0, 0, 0, 0])));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = Cursor::new(Vec::new());
        clear.write_to(&mut bytes, format).unwrap();
        let kept = ready(bytes.get_ref()).unwrap();
        let shown = image::load_from_memory(&kept.large).unwrap().to_rgb8();
        assert!(shown.get_pixel(20, 20).0.iter().all(|it| *it > 250), "{format:?}");
    }
}

/// A PNG of 30,000 × 30,000 black points weighs nothing and would take 900 MB.
fn bomb() -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let mut it = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
        let body: Vec<u8> = kind.iter().chain(data).copied().collect();
        let sum = body.iter().fold(!0_u32, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
        });
        it.extend(body);
        it.extend((!sum).to_be_bytes());
        it
    };
    let side = 30_000_u32.to_be_bytes();
    let header: Vec<u8> = side.iter().chain(&side).chain(&[8, 0, 0, 0, 0]).copied().collect();
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(chunk(b"IHDR", &header));
    bytes.extend(chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]));
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

#[test]
fn bombs_and_what_is_no_photo_are_refused() {
    assert_eq!(ready(&bomb()).unwrap_err(), Wrong::TooLarge);
    assert_eq!(ready(b"%PDF-1.7 not a photo").unwrap_err(), Wrong::NotAPhoto);
    assert_eq!(ready(b"").unwrap_err(), Wrong::NotAPhoto);
    assert_eq!(ready(b"GIF89a\x01\0\x01\0").unwrap_err(), Wrong::NotAPhoto);
    assert_eq!(ready(b"<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap_err(), Wrong::NotAPhoto);
    let whole = as_jpeg(&cornered(300, 200));
    assert_eq!(ready(&whole[..60]).unwrap_err(), Wrong::Broken);
    assert_eq!(ready(&vec![0xff; MOST_BYTES + 1]).unwrap_err(), Wrong::TooHeavy);
}
