/** What is said of moving entities: by hand, by the layout, and of selecting several by an outline. */
export interface ArrangingStrings {
  readonly run: string;
  readonly pause: string;
  readonly started: string;
  readonly cameTo: (share: string) => string;
  readonly paused: string;
  readonly rests: string;
  readonly putBack: string;
  readonly wentBack: string;
  readonly pin: string;
  readonly pinned: string;
  readonly unpinned: string;
  readonly unpinAll: (count: number) => string;
  readonly frame: string;
  readonly lasso: string;
}

export const arrangingEn: ArrangingStrings = {
  run: 'Run the layout',
  pause: 'Pause the layout',
  started: 'The layout runs',
  cameTo: (share) => `The layout runs: ${share}`,
  paused: 'The layout is paused',
  rests: 'The layout has come to rest',
  putBack: 'Put everything back in its place',
  wentBack: 'Everything is back in its place',
  pin: 'Pin in its place',
  pinned: 'Pinned: the layout leaves it where it is',
  unpinned: 'No longer pinned',
  unpinAll: (count) => (count === 1 ? 'Unpin the one that is pinned' : `Unpin all ${count}`),
  frame: 'Select by drawing a frame',
  lasso: 'Select by drawing a loop',
};

export const arrangingVi: ArrangingStrings = {
  run: 'Chạy bố cục',
  pause: 'Tạm dừng bố cục',
  started: 'Bố cục đang chạy',
  cameTo: (share) => `Bố cục đang chạy: ${share}`,
  paused: 'Đã tạm dừng bố cục',
  rests: 'Bố cục đã ổn định',
  putBack: 'Đưa mọi thứ về chỗ cũ',
  wentBack: 'Mọi thứ đã về chỗ cũ',
  pin: 'Ghim tại chỗ',
  pinned: 'Đã ghim: khi chạy bố cục, thực thể này đứng yên',
  unpinned: 'Đã bỏ ghim',
  unpinAll: (count) => (count === 1 ? 'Bỏ ghim thực thể đang ghim' : `Bỏ ghim cả ${count} thực thể`),
  frame: 'Chọn bằng cách kéo khung',
  lasso: 'Chọn bằng cách khoanh vùng',
};
