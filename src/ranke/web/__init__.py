"""The reading room: pages, their JSON and CSV twins, and judging, over one record; `ranke serve`."""
