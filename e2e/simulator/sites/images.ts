import { byPath, goTo, type Site, type Sites } from '../site.ts';

/** The smallest grey JPEG. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

const picture =
  (bytes: Buffer): Site =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);

export const images: Sites = {
  'img.alicdn.com': byPath({
    '/ok.jpg': picture(jpeg),
    '/broken.jpg': picture(jpeg.subarray(0, 60)),
    '/page.jpg': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<html><body>图片不存在</body></html>'),
    '/huge.jpg': picture(Buffer.alloc(3 * 1024 * 1024, 1)),
    '/moved.jpg': goTo('//gw.alicdn.com/ok.jpg'),
    '/inside.jpg': goTo('http://10.0.0.1/secret.jpg'),
  }),
  'gw.alicdn.com': byPath({ '/ok.jpg': picture(jpeg) }),
};
